import { randomInt } from 'node:crypto';
import type { ReleaseChart, ReleaseDocument, SheetFinding } from '../../domain/fact-sheet/release';
import type { Sheet } from '../../domain/fact-sheet/sheet';
import { type Actor, permit } from '../../domain/permission';
import { prisma } from '../../db/prisma';
import { canonicalJson, sha256Of } from '../../lib/canonical-json';
import { publicUrl } from '../../lib/env';
import { recordEvents } from '../history/event-writer';
import { getSheet, listReleasesOf, type SheetState, stateOfSheet } from './data';
import type { FileFormat } from './schema';

// A release is made in two steps, with its files in between: the document is drawn up, files are made from it, and both
// are kept, if meanwhile nothing has changed of what they say.

export type ReleaseProblem =
  | { problem: 'gone' }
  /** Somebody (in another tab, say) has saved the sheet since it was looked at. */
  | { problem: 'conflict' }
  /** A claim is no longer what the preview showed. */
  | { problem: 'moved-on'; findings: SheetFinding[] }
  | { problem: 'blocked'; obstacles: string[]; findings: SheetFinding[] };

type Outcome<Result> = ({ ok: true } & Result) | ({ ok: false } & ReleaseProblem);

/** What somebody has looked at and wants released. */
export type Wanted = { id: string; version: number; digest: string };

/** Crockford's base 32: without I, L, O and U, which are taken for 1, 0 and V. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const newReleaseId = () => `R${Array.from({ length: 8 }, () => DIGITS[randomInt(DIGITS.length)]).join('')}`;

/** Draws up the document of a release, if the sheet is as it was looked at and nothing keeps it back. */
export async function drawUpRelease(
  actor: Actor | null,
  wanted: Wanted,
  charts: (sheet: Sheet, state: SheetState) => Promise<ReleaseChart[]>,
): Promise<Outcome<{ document: ReleaseDocument; canonical: string; sha256: string }>> {
  permit(actor, 'fact-sheet.own');
  const now = new Date();
  const found = await stateAsSeen(actor, wanted, now);
  if (!found.ok) return found;
  const { sheet, state } = found;
  const [previous] = await listReleasesOf(actor, wanted.id);
  const id = newReleaseId();
  const document: ReleaseDocument = {
    format: 'plumbline-fact-sheet/1',
    id,
    number: (previous?.number ?? 0) + 1,
    sheetId: wanted.id,
    previous: previous?.id ?? null,
    releasedAt: now.toISOString(),
    releasedBy: actor.name,
    verifyAt: `${publicUrl()}/verify/${id}`,
    sheet,
    claims: state.claims,
    charts: await charts(sheet, state),
    findings: state.findings,
  };
  const canonical = canonicalJson(document);
  return { ok: true, document, canonical, sha256: sha256Of(canonical) };
}

/** Keeps a release with its files, if all is still as it was drawn up. */
export async function keepRelease(
  actor: Actor | null,
  wanted: Wanted,
  canonical: string,
  document: ReleaseDocument,
  files: ReadonlyMap<FileFormat, Uint8Array>,
): Promise<Outcome<{ id: string }>> {
  permit(actor, 'fact-sheet.own');
  const again = await stateAsSeen(actor, wanted, new Date(document.releasedAt));
  if (!again.ok) return again;
  const sheetId = Number(wanted.id.slice(1));
  return prisma().$transaction(async (tx) => {
    const [open] = await tx.$queryRaw<{ version: number }[]>`
      select version from fact_sheets where id = ${sheetId} and owner_id = ${actor.id} for update`;
    const before = await tx.factSheetRelease.count({ where: { sheetId } });
    if (open?.version !== wanted.version || before + 1 !== document.number) return { ok: false, problem: 'conflict' };
    const { id, releasedAt } = document;
    await tx.factSheetRelease.create({
      data: { id, sheetId, number: document.number, document: canonical, sha256: sha256Of(canonical), releasedAt },
    });
    await tx.factSheetReleaseClaim.createMany({
      data: document.claims.map((claim) => ({ releaseId: id, claimNumber: Number(claim.id.slice(1)) })),
    });
    await tx.factSheetFile.createMany({
      data: [...files].map(([format, bytes]) => ({
        releaseId: id,
        format,
        sha256: sha256Of(bytes),
        bytes: new Uint8Array(bytes),
      })),
    });
    await recordEvents(tx, actor, [
      {
        action: 'released',
        subject: wanted.id,
        summary: `Released “${document.sheet.title}” as ${id}.`,
        after: { id, number: document.number, sha256: sha256Of(canonical) },
      },
    ]);
    return { ok: true, id };
  });
}

/** The sheet and what is found in it, where both are what somebody has looked at. */
async function stateAsSeen(actor: Actor, { id, version, digest }: Wanted, now: Date) {
  const sheet = await getSheet(actor, id);
  if (sheet === null || sheet.deletedAt !== null) return { ok: false, problem: 'gone' } as const;
  if (sheet.version !== version) return { ok: false, problem: 'conflict' } as const;
  const state = await stateOfSheet(sheet.content, now.toISOString().slice(0, 10));
  const { findings, obstacles, blocking } = state;
  if (obstacles.length > 0 || blocking.length > 0)
    return { ok: false, problem: 'blocked', obstacles, findings: blocking } as const;
  if (state.digest !== digest) return { ok: false, problem: 'moved-on', findings } as const;
  return { ok: true, sheet: sheet.content, state } as const;
}
