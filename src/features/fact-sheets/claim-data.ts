import 'server-only';
import type { CheckedCitation } from '../../domain/checks/subject';
import { citedOf } from '../../domain/fact-sheet/cited';
import { SheetClaim } from '../../domain/fact-sheet/sheet-claim';
import { notToSay } from '../../domain/fact-sheet/wording';
import { publicUrl } from '../../lib/env';
import { type CheckedRecord, listCheckedClaims } from '../checks/data';
import { listBibliographies } from '../sources/bibliography-data';
import type { Bibliography } from '../sources/schema';

/** A claim as a sheet is checked by it, and as a release keeps it. */
export type ClaimForSheet = { checked: CheckedRecord; frozen: SheetClaim };

/** The claims of these ids, by id. One that there is not is left out; a merged one too. */
export async function readClaimsForSheet(ids: readonly string[]): Promise<ReadonlyMap<string, ClaimForSheet>> {
  const checked = await listCheckedClaims(ids);
  const cited = checked.map((claim) => ({ claim, citation: citedOf(claim) }));
  const sources = cited.flatMap(({ citation }) => (citation === null ? [] : [citation.source.id]));
  const works = new Map((await listBibliographies([...new Set(sources)])).map((work) => [work.id, work]));
  return new Map(
    cited.map(({ claim, citation }) => [claim.id, { checked: claim, frozen: frozen(claim, citation, works) }]),
  );
}

function frozen(
  claim: CheckedRecord,
  citation: CheckedCitation | null,
  works: ReadonlyMap<string, Omit<Bibliography, 'slug'>>,
): SheetClaim {
  const work = citation === null ? undefined : works.get(citation.source.id);
  const related = (kind: 'supersedes' | 'misquotation-of', direction: 'incoming' | 'outgoing') =>
    claim.relations.filter((one) => one.kind === kind && one.direction === direction).map((one) => one.claim);
  return SheetClaim.parse({
    id: claim.id,
    url: `${publicUrl()}/claims/${claim.id}`,
    statement: claim.statement,
    figure: claim.figure,
    population: claim.population,
    place: { code: claim.place.code, name: claim.place.name, note: claim.place.note },
    period: claim.period,
    definition: claim.definition,
    methodKind: claim.methodKind,
    limits: claim.methodNote?.limits ?? [],
    doesNotMeasure: [...claim.doesNotMeasure],
    notToSay: notToSay(claim),
    status: claim.status,
    standingReason: claim.standingReason,
    successors: related('supersedes', 'incoming'),
    misquotes: related('misquotation-of', 'outgoing'),
    reliability: claim.reliability,
    grades: claim.grades,
    provisional: claim.provisional,
    underReview: claim.underReview === null ? null : [...claim.underReview.reasons],
    citation:
      citation === null || work === undefined
        ? null
        : {
            role: citation.role,
            originState: citation.originState,
            standing: citation.source.standing,
            locator: citation.locator,
            figureAsPrinted: citation.figureAsPrinted,
            work,
          },
    citations: { total: claim.support.citations, roots: claim.support.roots },
    verification: claim.verification,
    updatedAt: claim.updatedAt,
  });
}
