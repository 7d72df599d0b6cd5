import 'server-only';
import { currentActor } from '../../auth/session';
import { may } from '../../domain/permission';
import type { Problem, RawParameters } from '../../lib/parameters';
import { requireActor } from '../desk/loaders';
import { readReportFilters, reportsHref } from './filters';
import { countOpenReports, listMatchReports, type MatchReportList, REPORTS_A_PAGE } from './report-data';
import type { MatchReportFilters } from './schema';

export type MatchReportsPage = MatchReportList & {
  filters: MatchReportFilters;
  problems: Problem[];
  maySettle: boolean;
  first: string | null;
  previous: string | null;
  next: string | null;
};

/** The reports of wrong matches, for editors. */
export async function loadMatchReports(raw: RawParameters): Promise<MatchReportsPage> {
  const actor = await requireActor('draft.read');
  const { filters, problems } = readReportFilters(raw);
  const list = await listMatchReports(actor, filters);
  const { state, page } = filters;
  const total = list.counts[state];
  return {
    ...list,
    filters,
    problems,
    maySettle: may(actor, 'match.settle'),
    first: page > 1 && list.reports.length === 0 ? reportsHref({ state }) : null,
    previous: page > 1 && list.reports.length > 0 ? reportsHref({ state, page: page - 1 }) : null,
    next: page * REPORTS_A_PAGE < total ? reportsHref({ state, page: page + 1 }) : null,
  };
}

/** How many wait, for a page that everybody with an account gets: null for those who may not see them. */
export async function loadOpenReports(): Promise<number | null> {
  const actor = await currentActor();
  return may(actor, 'draft.read') ? countOpenReports(actor) : null;
}
