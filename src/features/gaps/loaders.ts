import 'server-only';
import { cache } from 'react';
import { getGapMap } from './data';

export const loadGapMap = cache(getGapMap);
