import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ClaimItem } from '@/features/claims/components/claim-item';
import { loadClaimList } from '@/features/claims/loaders';
import { reliabilityText } from '@/features/topics/components/topic-charts';
import { loadTopics } from '@/features/topics/loaders';

export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ code: string }> };

async function topicOf({ params }: Props) {
  const { code } = await params;
  return (await loadTopics()).find((topic) => topic.code === code) ?? null;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const topic = await topicOf(props);
  return topic === null ? { title: 'Topic not found' } : { title: topic.name, description: topic.description };
}

export default async function TopicPage(props: Props) {
  const topic = await topicOf(props);
  if (topic === null) notFound();
  const { claims, total } = await loadClaimList({ topic: topic.code });
  const more = `/claims?topic=${topic.code}`;
  return (
    <div>
      <p className="eyebrow">
        <a href="/topics">Topics</a>
      </p>
      <h1>{topic.name}</h1>
      <p className="lead">{topic.description}</p>
      <p className="meta">{reliabilityText(topic)}</p>
      <h2>Most cited claims</h2>
      <ul className="claim-list">
        {claims.map((claim) => (
          <ClaimItem key={claim.id} claim={claim} />
        ))}
      </ul>
      <p>
        <a href={more}>
          {total > claims.length ? `All ${total} claims on this topic` : 'Search and filter these claims'}
        </a>
      </p>
    </div>
  );
}
