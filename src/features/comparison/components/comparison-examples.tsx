import { comparisonHref } from '../filters';

const EXAMPLES: readonly { ids: readonly string[]; title: string; teaches: string }[] = [
  {
    ids: ['C1', 'C3'],
    title: 'Two figures of one report: C1 and C3',
    teaches: 'Both count children worldwide in 2000. One is a number at one time, the other a number each year.',
  },
  {
    ids: ['C1', 'C35', 'C39', 'C46'],
    title: 'One series over twenty years: C1, C35, C39 and C46',
    teaches: 'The International Labour Organization’s estimates look like a trend. The method changed on the way.',
  },
  {
    ids: ['C141', 'C142'],
    title: 'Two years of one hotline: C141 and C142',
    teaches: 'Five times as many webpages in 2015 as in 2013: the hotline had begun to search for them itself.',
  },
];

/** What comparing is for, and comparisons to begin with. */
export function ComparisonExamples() {
  return (
    <section aria-labelledby="examples">
      <h2 id="examples">Comparisons to begin with</h2>
      <ul className="address-list">
        {EXAMPLES.map(({ ids, title, teaches }) => (
          <li key={title}>
            <a href={comparisonHref(ids)}>{title}</a>
            <p className="meta">{teaches}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
