import { counted } from '../../../lib/counted';

/** How many reports of wrong matches wait, beside what else waits for an editor. */
export function OpenReports({ count }: { count: number }) {
  return (
    <p>
      <a href="/desk/matches">
        {count === 0
          ? 'No report of a wrong match'
          : counted(count, 'report of a wrong match', 'reports of wrong matches')}
      </a>{' '}
      {count === 1 || count === 0 ? 'waits' : 'wait'}, from readers who had a text checked.
    </p>
  );
}
