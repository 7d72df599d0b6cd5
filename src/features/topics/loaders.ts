import 'server-only';
import { cache } from 'react';
import { listTopics } from './data';

export const loadTopics = cache(listTopics);
