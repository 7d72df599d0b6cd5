import 'server-only';
import { cache } from 'react';
import { getErrorGuide, listErrorGuides } from './data';

export const loadErrorGuide = cache(getErrorGuide);
export const loadErrorGuides = cache(listErrorGuides);
