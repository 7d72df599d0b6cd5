import type { Metadata } from 'next';
import { TopicChart, TopicList } from '@/features/topics/components/topic-charts';
import { loadTopics } from '@/features/topics/loaders';

export const metadata: Metadata = {
  title: 'Topics',
  description:
    'The manifestations of the commercial sexual exploitation of children, and its context, with their claims.',
};

export const dynamic = 'force-dynamic';

export default async function TopicsPage() {
  const topics = await loadTopics();
  return (
    <div>
      <h1>Topics</h1>
      <h2>Manifestations</h2>
      <TopicList topics={topics.filter((topic) => topic.kind === 'manifestation')} />
      <h2>Context</h2>
      <TopicList topics={topics.filter((topic) => topic.kind === 'context')} />
      <h2>Side by side</h2>
      <TopicChart topics={topics} />
    </div>
  );
}
