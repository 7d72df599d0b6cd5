import { z } from 'zod';
import { ClaimDto, ClaimFacets, ClaimFilters, ClaimId, ClaimSummary } from '@/features/claims/schema';
import { ClaimChecks, RuleDto } from '@/features/checks/schema';
import { NetworkDto } from '@/features/network/schema';
import { Arithmetic } from '@/features/arithmetic/schema';
import { Homonyms } from '@/features/homonyms/schema';
import { HistoryEntry } from '@/features/history/schema';
import { LineageDto, ProvDocument } from '@/features/lineage/schema';
import { ComparisonDto } from '@/features/comparison/schema';
import { GapsDto } from '@/features/gaps/schema';
import { OembedDto, OembedParameters } from '@/features/embeds/schema';
import { GalleryItem, ReleaseAnswer, ReleaseVerdict, VerifiableId, VerifyBody } from '@/features/releases/schema';
import { SeriesDto, SeriesKey, SeriesSummary } from '@/features/series/schema';
import { SourceDto, SourceFilters, SourceId, SourceSummary } from '@/features/sources/schema';
import { CheckTextBody, CheckTextParameters, TextCheck } from '@/features/text-checks/schema';
import { TermDto } from '@/features/terminology/schema';
import { TopicDto } from '@/features/topics/schema';
import type { Operation } from '@/http/openapi';
import { KEYED_OPERATIONS } from './keyed-operations';
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
export const GalleryParameters = z.object(paging);
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
    path: '/api/v1/oembed',
    id: 'getOembed',
    summary: 'How to show a claim on another page (oEmbed 1.0)',
    description:
      'For the address of a claim’s page or of its card, live or frozen on a day. Give `url`; every other address than ours is not found. `html` is a frame with a card that carries figure, citation, grade and what it does not measure; it has no script and loads nothing. Other parameters than these are passed over, since senders of oEmbed add their own. Of a claim that was merged, the one that it became is described.',
    parameters: OembedParameters,
    response: OembedDto,
    errors: [400, 404, 501, 503],
  },
  {
    path: '/api/v1/fact-sheets',
    id: 'listFactSheets',
    summary: 'The public gallery: the latest release of each fact sheet that its owner shows, newest first',
    parameters: GalleryParameters,
    response: z.object({ data: z.array(GalleryItem), page: Page }),
    errors: [400, 503],
  },
  {
    path: '/api/v1/fact-sheets/{id}',
    id: 'getFactSheet',
    summary: 'A release of a fact sheet, exactly as it was hashed',
    description:
      'JSON in canonical form (RFC 8785): the SHA-256 of the body as it is sent, byte for byte, is the hash of the release. Releases that are in no gallery are here as well, for whoever has their id.',
    pathParameters: z.object({ id: ReleaseAnswer.shape.id }),
    response: ReleaseAnswer,
    errors: [400, 404, 503],
  },
  {
    path: '/api/v1/verify/{id}',
    id: 'verifyRelease',
    summary: 'Whether a release or a hash is genuine, and what has changed since',
    description:
      'Takes the id of a release, or the SHA-256 of one of its files. `state` is `stale` when something weighty has changed about a claim of it: `changes` says what, claim by claim. 404: nothing that was released here.',
    pathParameters: z.object({ id: VerifiableId }),
    response: z.object({ data: ReleaseVerdict }),
    errors: [400, 404, 503],
  },
  {
    path: '/api/v1/verify',
    method: 'post',
    id: 'verifyFile',
    summary: 'Whether a file is genuine, and what has changed since',
    description:
      'Needs no key. The file is compared and not kept. One that is not genuine is no error: `genuine` is false then, and `named` has the releases whose ids stand in it.',
    body: VerifyBody,
    bodyType: 'multipart/form-data',
    response: z.object({ data: ReleaseVerdict }),
    errors: [400, 413, 415, 503],
  },
  {
    path: '/api/v1/check-text',
    method: 'post',
    id: 'checkText',
    summary: 'Every figure of a text, held against the evidence base',
    description:
      'Needs no key. The text is read and not kept. Spans count UTF-16 units of the text as it was sent. A verdict is what rules found, with its evidence beside it: `match.reasons` says why this claim, `candidates` which others it may be, `remedy` what can be defended instead. Without a key, an address may send 240 texts and 6 million characters an hour; a key has five times that.',
    parameters: CheckTextParameters,
    body: CheckTextBody,
    response: z.object({ data: TextCheck }),
    errors: [400, 413, 415, 429, 503],
  },
  ...KEYED_OPERATIONS,
];
