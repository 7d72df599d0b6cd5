import 'server-only';
import { cache } from 'react';
import { publicUrl } from '../../lib/env';
import { getClaimChecks, listRules } from './data';

/** As of today: a figure grows old by itself. */
export const loadClaimChecks = cache((id: string) => getClaimChecks(id, new Date().toISOString().slice(0, 10)));

export const loadRules = () => listRules(publicUrl());
