import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { Verification } from '../../../domain/verification';
import { VerificationLine } from '../../claims/components/verification-line';
import { HistoryList } from '../../history/components/history-list';
import type { LatestChange } from '../../history/schema';
import type { CitationFormats } from '../loaders';
import { CiteThis } from './cite-this';

type RecordEndProps = {
  formats: CitationFormats;
  /** The permanent address without the host: `/claims/C1`. */
  path: string;
  verification: z.infer<typeof Verification>;
  history: readonly LatestChange[];
  /** What else there is to take along, below the reference. */
  children?: ReactNode;
};

/** What every record ends with: how to cite it, how it was verified, what happened to it. */
export function RecordEnd({ formats, path, verification, history, children }: RecordEndProps) {
  return (
    <div className="record-columns">
      <div>
        <CiteThis formats={formats} path={path} />
        {children}
      </div>
      <div>
        <section aria-labelledby="verified">
          <h2 id="verified">How this record was verified</h2>
          <VerificationLine verification={verification} />
        </section>
        <HistoryList entries={history} path={path} />
      </div>
    </div>
  );
}
