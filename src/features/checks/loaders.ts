import 'server-only';
import { cache } from 'react';
import { publicUrl } from '../../lib/env';
import type { RawParameters } from '../../lib/parameters';
import { today } from '../../lib/today';
import { requireActor } from '../desk/loaders';
import { loadLineageData } from '../lineage/loaders';
import { getBaseChecks, getClaimChecks, listRules } from './data';
import { BaseCheckFilters, type ClaimFinding, type RuleCount } from './schema';

/** As of today: a figure grows old by itself. */
export const loadClaimChecks = cache((id: string) =>
  // The page of a claim has its lineage already: it is read once.
  getClaimChecks(id, today(), loadLineageData),
);

export const loadRules = () => listRules(publicUrl());

export type BaseChecksPage = { claims: number; rules: RuleCount[]; isCurrent: boolean };

/** How often each rule finds something; no counts where the checks have not been run to their end yet. */
export async function loadBaseChecks(): Promise<BaseChecksPage> {
  const { checks, isCurrent } = await getBaseChecks(await requireActor('draft.read'));
  return { claims: checks?.claims ?? 0, rules: checks?.rules ?? [], isCurrent };
}

const FINDINGS_A_PAGE = 50;

export type RuleFindingsPage = {
  rule: RuleCount;
  findings: ClaimFinding[];
  isCurrent: boolean;
  previous: string | null;
  next: string | null;
};

/** What one rule finds in the whole evidence base, worst first; null when no rule has this id. */
export async function loadRuleFindings(id: string, raw: RawParameters): Promise<RuleFindingsPage | null> {
  const { checks, isCurrent } = await getBaseChecks(await requireActor('draft.read'));
  const rule = checks?.rules.find((one) => one.rule === id);
  if (checks == null || rule === undefined) return null;
  const { page } = BaseCheckFilters.safeParse(raw).data ?? { page: 1 };
  const all = checks.findings.get(id) ?? [];
  const href = (number: number) => `/desk/checks/${id}${number === 1 ? '' : `?page=${number}`}`;
  return {
    rule,
    findings: all.slice((page - 1) * FINDINGS_A_PAGE, page * FINDINGS_A_PAGE),
    isCurrent,
    previous: page > 1 ? href(page - 1) : null,
    next: page * FINDINGS_A_PAGE < all.length ? href(page + 1) : null,
  };
}
