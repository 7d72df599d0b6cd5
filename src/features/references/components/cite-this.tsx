import type { CitationFormats } from '../loaders';
import { CopyButton } from '../../../ui/copy-button';

const STYLES = [
  ['apa', 'APA'],
  ['chicago', 'Chicago'],
  ['vancouver', 'Vancouver'],
  ['harvard', 'Harvard'],
] as const;

const FILES = [
  ['bib', 'BibTeX'],
  ['ris', 'RIS'],
  ['json', 'CSL-JSON'],
] as const;

/** The reference in four styles and three files, and the address that will always lead here. `path`: `/claims/C1`. */
export function CiteThis({ formats, path }: { formats: CitationFormats; path: string }) {
  return (
    <section aria-labelledby="cite">
      <h2 id="cite">Cite this</h2>
      <dl className="cite-list">
        {STYLES.map(([style, label]) => (
          <div key={style}>
            <dt>{label}</dt>
            <dd>
              {formats[style]} <CopyButton text={formats[style]} label={`Copy the ${label} reference`} />
            </dd>
          </div>
        ))}
      </dl>
      <p>
        For reference managers:{' '}
        {FILES.map(([ending, label], index) => (
          <span key={ending}>
            {index > 0 ? ' · ' : ''}
            <a href={`${path}/cite.${ending}`} download>
              {label}
            </a>
          </span>
        ))}
      </p>
      <p>
        Permanent address: <a href={formats.permanentUrl}>{formats.permanentUrl}</a>
      </p>
      <p className="meta">
        References by citeproc-js, © Frank Bennett, which implements the{' '}
        <a href="https://citationstyles.org/" rel="noreferrer">
          Citation Style Language
        </a>
        .
      </p>
    </section>
  );
}
