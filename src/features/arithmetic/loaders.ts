import 'server-only';
import { cache } from 'react';
import { getArithmetic } from './data';

export const loadArithmetic = cache(getArithmetic);
