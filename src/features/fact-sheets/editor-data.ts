import 'server-only';
import { checkSheet } from '../../domain/fact-sheet/check-sheet';
import { notToSay, wordingOf } from '../../domain/fact-sheet/wording';
import { obstaclesTo } from '../../domain/fact-sheet/obstacles';
import type { Sheet } from '../../domain/fact-sheet/sheet';
import { claimsOfSheet } from '../../domain/fact-sheet/tokens';
import type { Actor } from '../../domain/permission';
import type { CheckedRecord } from '../checks/data';
import { listCheckedClaims } from '../checks/data';
import { listClaims } from '../claims/list-data';
import { ClaimFilters } from '../claims/schema';
import { countSteps, mergedOf, type SheetDto } from './data';
import type { EditorView, FoundToPlace, SheetChecks, WordedClaim } from './schema';

/** A claim as the editor shows it: how it may be said, and how not. */
function worded(claim: CheckedRecord): WordedClaim {
  return {
    id: claim.id,
    sentence: wordingOf(claim, 'sentence'),
    short: wordingOf(claim, 'short'),
    figure: wordingOf(claim, 'figure'),
    notToSay: notToSay(claim),
    reliability: claim.reliability,
    status: claim.status,
    charts: [
      'lineage',
      ...(claim.series === null ? [] : ['series' as const]),
      ...(claim.figure.low !== null && claim.figure.high !== null && claim.figure.low < claim.figure.high
        ? ['interval' as const]
        : []),
    ],
  };
}

/** What the rules find in a sheet, and the claims that it names. @param today ISO date */
export async function checksOfSheet(sheet: Sheet, today: string): Promise<SheetChecks> {
  const ids = claimsOfSheet(sheet);
  const claims = await listCheckedClaims(ids);
  const known = new Map(claims.map((claim) => [claim.id, claim]));
  const findings = checkSheet(sheet, known, today, await mergedOf(ids, known));
  return { findings, obstacles: obstaclesTo(sheet), claims: claims.map(worded) };
}

/** A sheet as its editor shows it. */
export async function viewOf(
  actor: Actor | null,
  { id, version, content, updatedAt }: SheetDto,
  today: string,
): Promise<EditorView> {
  const [checks, steps] = await Promise.all([checksOfSheet(content, today), countSteps(actor, id)]);
  return { id, version, sheet: content, updatedAt, steps, ...checks, problem: null, found: null, reasons: {} };
}

const FOUND_MAX = 8;

/** Claims to place, for what was typed: words, numbers, or an id. */
export async function findToPlace(q: string): Promise<FoundToPlace[]> {
  if (q.trim() === '') return [];
  const { claims } = await listClaims(ClaimFilters.parse({ q: q.slice(0, 300) }), { limit: FOUND_MAX });
  return claims.map(({ id, statement, reliability, status }) => ({ id, statement, reliability, status }));
}
