import 'server-only';
import { cache } from 'react';
import { TopicCode } from '../../domain/claim';
import { listTopics } from './data';

export const loadTopics = cache(listTopics);

/** Whether there is a topic of this code: the topics are a closed set. */
export function topicExists(code: string): boolean {
  return TopicCode.safeParse(code).success;
}
