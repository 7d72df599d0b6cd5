import { z } from 'zod';
import { ClaimDto, ClaimFacets, ClaimFilters, ClaimId, ClaimSummary } from '@/features/claims/schema';
import { ClaimChecks, RuleDto } from '@/features/checks/schema';
import { MeDto } from '@/features/accounts/schema';
import { DraftAnswer, DraftId, NewDraftBody, SavedDraftBody, SubmittedDraftBody } from '@/features/drafts/schema';
import { ConfirmBody, ImportAnswer, ImportParameters, NewImportBody } from '@/features/imports/schema';
import { NetworkDto } from '@/features/network/schema';
import { Arithmetic } from '@/features/arithmetic/schema';
import { Homonyms } from '@/features/homonyms/schema';
import { HistoryEntry } from '@/features/history/schema';
import { LineageDto, ProvDocument } from '@/features/lineage/schema';
import { ComparisonDto } from '@/features/comparison/schema';
import { GapsDto } from '@/features/gaps/schema';
import { SeriesDto, SeriesKey, SeriesSummary } from '@/features/series/schema';
import { SourceDto, SourceFilters, SourceId, SourceSummary } from '@/features/sources/schema';
import { TermDto } from '@/features/terminology/schema';
import { TopicDto } from '@/features/topics/schema';
import type { Operation } from '@/http/openapi';
import { CursorParameter } from '@/lib/cursor';

const Page = z
  .object({ next: z.string().nullable().describe('Cursor of the next page; null on the last.') })
  .meta({ id: 'Page' });

const paging = {
  limit: z.number().int().min(1).max(100).default(20).describe('How many at most.'),
  cursor: CursorParameter.optional().describe('From page.next, with the same filters and order.'),
};

export const ClaimParameters = ClaimFilters.extend({
  ...paging,
  facets: z.boolean().default(false).describe('Also count the claims under each filter value.'),
});
export const SourceParameters = SourceFilters.extend(paging);
export const LineageParameters = z.object({
  format: z.enum(['plumbline', 'prov']).default('plumbline').describe('prov: PROV-JSON.'),
});
export const CompareParameters = z.object({
  ids: z.array(z.string()).default([]).describe('Two to six ids of claims, each once, joined by commas: C1,C35,C46.'),
});
export const HistoryParameters = z.object({
  ...paging,
  documents: z.boolean().default(false).describe('Also give the whole record before and after each event.'),
});
export const NoParameters = z.object({});

const HISTORY =
  'Events are numbered through the history of everything, so that one record has gaps between its own. Each is sealed: `hash` is the SHA-256 of `hashed`, and `prevHash` the hash of the event before. The last hash of all stands at /corrections and in /corrections.atom.';

/** Every address of API v1. The contract test holds it against the route files and the answers. */
export const OPERATIONS: readonly Operation[] = [
  {
    path: '/api/v1/claims',
    id: 'listClaims',
    summary: 'Search and filter claims',
    description:
      'Many values of one filter are alternatives; different filters must all hold. `q` takes words and numbers: 1.8 million, 1,800,000 and 1.8m are the same search, 7% finds percentages. Items carry everything a claim must never be shown without; ask for one claim to get its citations, relations and method note.',
    parameters: ClaimParameters,
    response: z.object({
      data: z.array(ClaimSummary),
      page: Page,
      facets: ClaimFacets.optional(),
      correctedWords: z
        .array(z.object({ typed: z.string(), used: z.array(z.string()) }))
        .optional()
        .describe('Words of q that no claim has, and what was searched in their place. Not there when there are none.'),
    }),
    errors: [400, 503],
  },
  {
    path: '/api/v1/claims/{id}',
    id: 'getClaim',
    summary: 'One claim with its citations, relations and method note',
    pathParameters: z.object({ id: ClaimId }),
    response: z.object({ data: ClaimDto }),
    errors: [400, 404, 503],
    moves: true,
  },
  {
    path: '/api/v1/claims/{id}/lineage',
    id: 'getLineage',
    summary: 'Where a claim comes from: its citations as a graph, with what changed at each step',
    description:
      'Nodes are places where the figure stands, edges lead from what was drawn on to what drew on it. `computed` is what a rule found, `recorded` what an editor did; where they differ, `disagreement` says so. `format=prov` gives the same as PROV-JSON.',
    pathParameters: z.object({ id: ClaimId }),
    parameters: LineageParameters,
    response: z.union([
      z.object({ data: LineageDto.extend({ arithmetic: Arithmetic, homonyms: Homonyms }) }),
      ProvDocument,
    ]),
    errors: [400, 404, 503],
    moves: true,
  },
  {
    path: '/api/v1/claims/{id}/checks',
    id: 'getClaimChecks',
    summary: 'What the checks find in a claim, worst first',
    description: 'Rules, not people, found these, as of today. Each names the page that explains it in `slug`.',
    pathParameters: z.object({ id: ClaimId }),
    response: z.object({ data: ClaimChecks }),
    errors: [400, 404, 503],
    moves: true,
  },
  {
    path: '/api/v1/claims/{id}/history',
    id: 'getClaimHistory',
    summary: 'What happened to a claim, newest first, with what changed and the hashes that seal it',
    description: HISTORY,
    pathParameters: z.object({ id: ClaimId }),
    parameters: HistoryParameters,
    response: z.object({ data: z.array(HistoryEntry), page: Page }),
    errors: [400, 404, 503],
  },
  {
    path: '/api/v1/compare',
    id: 'compareClaims',
    summary: 'Two to six claims side by side, and what forbids comparing them',
    description:
      'Each aspect has a verdict and one sentence that says why. Where `mustAcknowledge` is true, show the sentences before you draw the figures; where `chart.drawable` is false, do not draw them on one axis at all.',
    parameters: CompareParameters,
    response: z.object({ data: ComparisonDto }),
    errors: [400, 503],
  },
  {
    path: '/api/v1/sources',
    id: 'listSources',
    summary: 'Search and filter the bibliography',
    parameters: SourceParameters,
    response: z.object({ data: z.array(SourceSummary), page: Page }),
    errors: [400, 503],
  },
  {
    path: '/api/v1/sources/{id}',
    id: 'getSource',
    summary: 'One source with everything it states and passes on',
    pathParameters: z.object({ id: SourceId }),
    response: z.object({ data: SourceDto }),
    errors: [400, 404, 503],
    moves: true,
  },
  {
    path: '/api/v1/sources/{id}/history',
    id: 'getSourceHistory',
    summary: 'What happened to a source, newest first, with what changed and the hashes that seal it',
    description: HISTORY,
    pathParameters: z.object({ id: SourceId }),
    parameters: HistoryParameters,
    response: z.object({ data: z.array(HistoryEntry), page: Page }),
    errors: [400, 404, 503],
  },
  {
    path: '/api/v1/series',
    id: 'listSeries',
    summary: 'All series with their years and breaks',
    response: z.object({ data: z.array(SeriesSummary), page: Page }),
    errors: [400, 503],
  },
  {
    path: '/api/v1/series/{id}',
    id: 'getSeries',
    summary: 'One series: its claims in order of time, with breaks and changes between them',
    description:
      'Figures across a break (`seriesBreak`) make no trend. `joined` names the pairs that a line may join; nothing else may be read as a change over time.',
    pathParameters: z.object({ id: SeriesKey }),
    response: z.object({ data: SeriesDto }),
    errors: [400, 404, 503],
  },
  {
    path: '/api/v1/topics',
    id: 'listTopics',
    summary: 'All topics with their counts',
    response: z.object({ data: z.array(TopicDto), page: Page }),
    errors: [400, 503],
  },
  {
    path: '/api/v1/checks',
    id: 'listRules',
    summary: 'Every check: what it is called, and the page that explains it',
    response: z.object({ data: z.array(RuleDto), page: Page }),
    errors: [400, 503],
  },
  {
    path: '/api/v1/terminology',
    id: 'listTerms',
    summary: 'Older terms and the ones to write instead',
    response: z.object({ data: z.array(TermDto), page: Page }),
    errors: [400, 503],
  },
  {
    path: '/api/v1/network',
    id: 'getNetwork',
    summary: 'Who draws on whom, how faithfully, and in which loops',
    description:
      'Organisations and sources by who draws on whom; how faithfully each passes figures on; the claims repeated and distorted most; loops of citing. Counted are traced citations that pass a figure on; those that dispute or correct one are left out, and from fidelity those that draw on a work of the same organisation or on another place in the same work. Lists hold the strongest entries only, and the totals stand beside them: 200 edges, 200 entries of fidelity, 20 claims, 20 loops. Misquoted figures were looked for when the evidence was recorded, so the shares describe what is recorded and not all citing.',
    response: z.object({ data: NetworkDto }),
    errors: [400, 503],
  },
  {
    path: '/api/v1/gaps',
    id: 'getGaps',
    summary: 'Where evidence is missing: topics by region and by population',
    description:
      'A cell for each topic in each area and each population, empty ones too: how many claims, how reliable the best and how recent the latest, and what is missing. `only-low`: none is graded moderate or high. `only-outdated`: none speaks of the ten years before `asOfYear`, as far as its years are known.',
    response: z.object({ data: GapsDto }),
    errors: [400, 503],
  },
  {
    path: '/api/v1/me',
    id: 'getMe',
    summary: 'Who one is, with a key for scripts',
    description:
      'Needs `Authorization: Bearer plb_…`. Keys are made at /desk/account/keys, for some things and some time, and never do more than their owner may.',
    response: z.object({ data: MeDto }),
    errors: [400, 503],
    keyed: true,
  },
  {
    path: '/api/v1/drafts',
    method: 'post',
    id: 'beginDraft',
    summary: 'Begin a draft with a key',
    description:
      'Needs the scope `draft.write`. Send `kind` and as much of the `record` as there is, or the `recordId` of a published record to change it. References (`source`, `to`, `geography`, `series`) take an id such as S7, a key, a code, or words that only one has; what is not settled stands in `faults`. Nothing of a draft is public.',
    body: NewDraftBody,
    response: z.object({ data: DraftAnswer }),
    status: 201,
    errors: [400, 403, 404, 413, 415, 503],
    keyed: true,
  },
  {
    path: '/api/v1/drafts/{id}',
    id: 'getDraft',
    summary: 'A draft, with what keeps it from being handed in',
    description: 'Needs the scope `read` or `draft.write`.',
    pathParameters: z.object({ id: DraftId }),
    response: z.object({ data: DraftAnswer }),
    errors: [400, 403, 404, 503],
    keyed: true,
  },
  {
    path: '/api/v1/drafts/{id}',
    method: 'put',
    id: 'saveDraft',
    summary: 'Save a draft',
    description:
      'Needs the scope `draft.write`. `record` is all of it: what is not there is empty from then on. `version` is the one that you have read; where somebody has saved another since, nothing is written and the answer is 409.',
    pathParameters: z.object({ id: DraftId }),
    body: SavedDraftBody,
    response: z.object({ data: DraftAnswer }),
    errors: [400, 403, 404, 409, 413, 415, 503],
    keyed: true,
  },
  {
    path: '/api/v1/drafts/{id}/submit',
    method: 'post',
    id: 'submitDraft',
    summary: 'Hand a draft in for review',
    description:
      'Needs the scope `draft.write`, and a draft without `faults`. A senior editor publishes it at the desk.',
    pathParameters: z.object({ id: DraftId }),
    body: SubmittedDraftBody,
    response: z.object({ data: DraftAnswer }),
    errors: [400, 403, 404, 409, 413, 415, 422, 503],
    keyed: true,
  },
  {
    path: '/api/v1/imports',
    method: 'post',
    id: 'stageImport',
    summary: 'Send a file to be imported, and get its preview',
    description:
      'Needs the scope `import.run`. Nothing is made of it before it is confirmed. The answer comes when all rows are read, or after five seconds with `state` `reading`: ask for the import again then. `failure` says why a file could not be taken.',
    body: NewImportBody,
    bodyType: 'multipart/form-data',
    response: z.object({ data: ImportAnswer }),
    status: 201,
    errors: [400, 403, 413, 415, 503],
    keyed: true,
  },
  {
    path: '/api/v1/imports/{id}',
    id: 'getImport',
    summary: 'An import: how far it is, and what becomes of its rows',
    description: 'Needs the scope `import.run`.',
    pathParameters: z.object({ id: z.number().int().min(1).meta({ example: 3 }) }),
    parameters: ImportParameters,
    response: z.object({ data: ImportAnswer }),
    errors: [400, 403, 404, 503],
    keyed: true,
  },
  {
    path: '/api/v1/imports/{id}/confirm',
    method: 'post',
    id: 'confirmImport',
    summary: 'Make drafts of the rows of an import',
    description:
      'Needs the scope `import.run`. All chosen rows become drafts, or none; a draft is handed in and published like any other. It goes on after the answer: `state` is `done` when it is.',
    pathParameters: z.object({ id: z.number().int().min(1).meta({ example: 3 }) }),
    body: ConfirmBody,
    response: z.object({ data: ImportAnswer }),
    status: 202,
    errors: [400, 403, 404, 409, 413, 415, 503],
    keyed: true,
  },
];
