import type { Metadata } from 'next';
import { InstrumentList } from '@/features/appraisals/components/instrument-pages';
import { loadInstruments } from '@/features/appraisals/loaders';

export const metadata: Metadata = {
  title: 'Instruments',
  description: 'The lists of questions after which sources and claims are appraised, with their sources and licences.',
};

export default function InstrumentsPage() {
  return (
    <div className="prose">
      <p className="eyebrow">
        <a href="/method">Method and grading</a>
      </p>
      <h1>Instruments</h1>
      <p>
        Sources and claims are appraised by two editors after lists of questions. Four lists follow published
        instruments, in our own words and with the numbers of the instrument; two are ours, since none is published for
        what they ask. Which claim is read after which list follows from how its figure was made.
      </p>
      <InstrumentList instruments={loadInstruments()} />
      <p>
        How far the editors agree, question by question: <a href="/method/agreement">Agreement</a>.
      </p>
    </div>
  );
}
