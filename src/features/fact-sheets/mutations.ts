import 'server-only';
import { Sheet } from '../../domain/fact-sheet/sheet';
import { replaceClaim } from '../../domain/fact-sheet/tokens';
import { type Actor, permit } from '../../domain/permission';
import { prisma, queryIn, type Transaction } from '../../db/prisma';
import { canonicalJson } from '../../lib/canonical-json';
import { recordEvents } from '../history/event-writer';
import { getSheet, ownSheet, type SheetDto, SheetRow } from './data';

// What somebody does with sheets of their own. Each save keeps what was there before, so that it can be taken back.

export type SheetProblem =
  | { problem: 'gone' }
  /** Saved in another tab meanwhile: `current` is what was saved. */
  | { problem: 'conflict'; current: SheetDto }
  | { problem: 'too-many'; message: string };
export type SheetOutcome<Result = object> = ({ ok: true } & Result) | ({ ok: false } & SheetProblem);

const SHEETS_MAX = 200;
/** Steps that can be taken back. */
const STEPS_MAX = 50;

const GONE = { ok: false, problem: 'gone' } as const;

/** Begins a sheet. */
export async function createSheet(actor: Actor | null, content: Sheet): Promise<SheetOutcome<{ id: string }>> {
  permit(actor, 'fact-sheet.own');
  return prisma().$transaction(async (tx) => {
    const own = await tx.factSheet.count({ where: { ownerId: actor.id } });
    if (own >= SHEETS_MAX)
      return {
        ok: false,
        problem: 'too-many',
        message: `You have ${SHEETS_MAX} sheets, which is the most: go on with one of them.`,
      };
    const { id } = await tx.factSheet.create({ data: { ownerId: actor.id, content: Sheet.parse(content) } });
    await recordEvents(tx, actor, [{ action: 'created', subject: `F${id}`, summary: `Began the fact sheet F${id}.` }]);
    return { ok: true, id: `F${id}` };
  });
}

/** Saves a sheet, if nobody has saved it since this version. What was there before becomes a step that can be taken back. */
export async function saveSheet(
  actor: Actor | null,
  { id, version, content }: { id: string; version: number; content: Sheet },
): Promise<SheetOutcome<{ version: number }>> {
  permit(actor, 'fact-sheet.own');
  return changeSheet(actor, id, version, async (tx, before) => {
    const next = Sheet.parse(content);
    if (canonicalJson(next) === canonicalJson(before.content)) return before.version;
    await keepStep(tx, before);
    return write(tx, before, next);
  });
}

/** Takes the last saved step back. Without any step nothing happens. */
export async function undoSheet(
  actor: Actor | null,
  { id, version }: { id: string; version: number },
): Promise<SheetOutcome<{ version: number }>> {
  permit(actor, 'fact-sheet.own');
  return changeSheet(actor, id, version, async (tx, before) => {
    const step = await tx.factSheetVersion.findFirst({
      where: { sheetId: numberOf(id) },
      orderBy: { version: 'desc' },
    });
    if (step === null) return before.version;
    await tx.factSheetVersion.delete({ where: { sheetId_version: { sheetId: step.sheetId, version: step.version } } });
    return write(tx, before, Sheet.parse(step.content));
  });
}

/** Puts one claim in the place of another, wherever the sheet names it. */
export async function replaceInSheet(
  actor: Actor | null,
  { id, version, replacements }: { id: string; version: number; replacements: readonly { from: string; to: string }[] },
): Promise<SheetOutcome<{ version: number }>> {
  permit(actor, 'fact-sheet.own');
  const sheet = await getSheet(actor, id);
  if (sheet === null) return GONE;
  const content = replacements.reduce((next, { from, to }) => replaceClaim(next, from, to), sheet.content);
  return saveSheet(actor, { id, version, content });
}

/** Puts a sheet away, or takes it back. Its releases stay: they are public. */
export async function putSheetAway(
  actor: Actor | null,
  { id, away }: { id: string; away: boolean },
): Promise<SheetOutcome> {
  permit(actor, 'fact-sheet.own');
  const { count } = await prisma().factSheet.updateMany({
    where: { id: numberOf(id), ownerId: actor.id },
    data: { deletedAt: away ? new Date() : null, ...(away ? { isListed: false } : {}) },
  });
  return count === 0 ? GONE : { ok: true };
}

/** Shows the latest release of a sheet in the public gallery, or takes it out of there. */
export async function listInGallery(
  actor: Actor | null,
  { id, isListed }: { id: string; isListed: boolean },
): Promise<SheetOutcome> {
  permit(actor, 'fact-sheet.own');
  return prisma().$transaction(async (tx) => {
    const { count } = await tx.factSheet.updateMany({
      where: { id: numberOf(id), ownerId: actor.id, deletedAt: null },
      data: { isListed },
    });
    if (count === 0) return GONE;
    const summary = isListed ? `Put ${id} into the gallery.` : `Took ${id} out of the gallery.`;
    await recordEvents(tx, actor, [{ action: isListed ? 'listed' : 'unlisted', subject: id, summary }]);
    return { ok: true };
  });
}

const numberOf = (id: string) => (/^F[1-9]\d{0,8}$/.test(id) ? Number(id.slice(1)) : 0);

/** One change of a sheet at a time, and none over what somebody has saved since. */
async function changeSheet(
  actor: Actor,
  id: string,
  version: number,
  work: (tx: Transaction, before: SheetDto) => Promise<number>,
): Promise<SheetOutcome<{ version: number }>> {
  return prisma().$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from fact_sheets where id = ${numberOf(id)} and owner_id = ${actor.id} for update`;
    const [before] = await queryIn(tx, SheetRow, ownSheet(actor, id));
    if (before === undefined || before.deletedAt !== null) return GONE;
    if (before.version !== version) return { ok: false, problem: 'conflict', current: before };
    return { ok: true, version: await work(tx, before) };
  });
}

async function keepStep(tx: Transaction, { id, version, content }: SheetDto): Promise<void> {
  const sheetId = numberOf(id);
  await tx.factSheetVersion.create({ data: { sheetId, version, content } });
  // By their number and not by their age: every step that is taken back leaves a gap in the versions.
  const [old] = await tx.factSheetVersion.findMany({
    where: { sheetId },
    orderBy: { version: 'desc' },
    skip: STEPS_MAX,
    take: 1,
  });
  if (old !== undefined) await tx.factSheetVersion.deleteMany({ where: { sheetId, version: { lte: old.version } } });
}

async function write(tx: Transaction, before: SheetDto, content: Sheet): Promise<number> {
  const { version } = await tx.factSheet.update({
    where: { id: numberOf(before.id) },
    data: { content, version: before.version + 1, updatedAt: new Date() },
  });
  return version;
}
