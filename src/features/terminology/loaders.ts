import 'server-only';
import { cache } from 'react';
import { listTerms } from './data';

export const loadTerms = cache(listTerms);
