import 'server-only';
import { cache } from 'react';
import { getGuide, listGuides } from './data';

export const loadGuide = cache(getGuide);
export const loadGuides = cache(listGuides);
