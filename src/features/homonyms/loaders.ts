import 'server-only';
import { cache } from 'react';
import { getHomonyms } from './data';

export const loadHomonyms = cache(getHomonyms);
