import type { Reliability } from '../../../domain/grade';
import { RELIABILITY } from '../../../domain/words';
import { BarTable } from '../../../ui/bar-table';
import type { TopicDto } from '../schema';

const LEVELS = Object.keys(RELIABILITY) as Reliability[];

/** Every topic with its number of claims, each bar made of how reliable they are. */
export function TopicChart({ topics }: { topics: readonly TopicDto[] }) {
  return (
    <BarTable
      caption="Claims by topic, coloured by reliability; a claim may have several topics"
      heads={['Topic', 'Claims']}
      bars={topics.map((topic) => ({
        key: topic.code,
        label: topic.name,
        href: `/topics/${topic.code}`,
        count: topic.claimCount,
        parts: LEVELS.flatMap((level) => {
          const count = topic.byReliability.find((entry) => entry.reliability === level)?.count ?? 0;
          return count === 0 ? [] : [{ count, colour: `var(--level-${level})` }];
        }),
      }))}
    />
  );
}

/** The topics of one kind, each with what it holds. */
export function TopicList({ topics }: { topics: readonly TopicDto[] }) {
  return (
    <ul className="topic-list">
      {topics.map((topic) => (
        <li key={topic.code}>
          <h3>
            <a href={`/topics/${topic.code}`}>{topic.name}</a>
          </h3>
          <p>{topic.description}</p>
          <p className="meta">{reliabilityText(topic)}</p>
        </li>
      ))}
    </ul>
  );
}

/** `41 claims: 3 high, 12 moderate, 20 low, 6 not graded`. */
export function reliabilityText({ claimCount, byReliability }: TopicDto): string {
  const parts = LEVELS.flatMap((level) => {
    const count = byReliability.find((entry) => entry.reliability === level)?.count ?? 0;
    return count === 0 ? [] : [`${count} ${RELIABILITY[level].label.toLowerCase()}`];
  });
  const total = claimCount === 1 ? '1 claim' : `${claimCount} claims`;
  return parts.length === 0 ? total : `${total} by reliability: ${parts.join(', ')}`;
}
