import 'server-only';
import { headers } from 'next/headers';
import { waitText } from '../../auth/limits';
import { currentActor } from '../../auth/session';
import { admitTextCheck } from '../../auth/text-limits';
import { preferredTerm } from '../../domain/own-words';
import { may } from '../../domain/permission';
import { DOCUMENT_LIMITS } from '../../formats/document-text/problems';
import { readStarts } from '../../domain/text/page-finder';
import { readDocument } from '../../formats/document-text/read-document';
import { clientAddress } from '../../lib/client-address';
import { isDatabaseAway } from '../../lib/database-error';
import type { Problem, RawParameters } from '../../lib/parameters';
import { quietError } from '../../lib/quiet-error';
import { answerOfRequest } from '../../lib/request-answer';
import { today } from '../../lib/today';
import { requireActor } from '../desk/loaders';
import { listTerms } from '../terminology/data';
import { checkDraft } from './data';
import { EXAMPLE_TEXT } from './example-data';
import { readReportFilters, reportsHref } from './filters';
import { countOpenReports, listMatchReports, type MatchReportList, REPORTS_A_PAGE } from './report-data';
import { type MatchReportFilters, TEXT_MAX, type TextCheck } from './schema';

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

/** What was sent to be checked, and what came of it. */
export type CheckedText = {
  name: string | null;
  text: string;
  /** Where each page of it begins; null for everything but a PDF. */
  pageStarts: readonly number[] | null;
  check: TextCheck;
  /** What the terminology prefers, for each of the older terms of the check; null where it names nothing. */
  preferred: (string | null)[];
};

/** Why a text was not checked: beside which field it is said, and what comes back to be sent again. */
export type RefusedText = { field: 'text' | 'file'; message: string; text: string };

export type DraftAnswer =
  | ({ kind: 'checked' } & CheckedText)
  | ({ kind: 'refused' } & RefusedText)
  /** Somebody wants to change the text before it is checked again. */
  | { kind: 'editing'; text: string }
  /** A wrong match was reported from a page without scripts. */
  | { kind: 'reported'; isSent: boolean; problems: string[] };

export type CheckPage = {
  answer: DraftAnswer | null;
  /** What stands in the field before anything is typed. */
  example: string;
  limits: { bytes: number; characters: number };
};

export async function loadCheckPage(raw: RawParameters): Promise<CheckPage> {
  return {
    answer: ((await answerOfRequest()) as DraftAnswer | undefined) ?? null,
    example: 'example' in raw ? EXAMPLE_TEXT : '',
    limits: { bytes: DOCUMENT_LIMITS.bytes, characters: TEXT_MAX },
  };
}

/** Reads what a form brought, checks it, and keeps nothing of it. */
export async function answerDraft(form: FormData): Promise<DraftAnswer> {
  const typed = lineBreaksAlike(textIn(form, 'text'));
  if (form.has('edit')) return { kind: 'editing', text: typed };
  const refused = (field: 'text' | 'file', message: string): DraftAnswer => ({
    ...{ kind: 'refused', field, message },
    text: typed.length > TEXT_MAX ? '' : typed,
  });
  const read = await readSent(form, typed);
  if (!read.ok) return refused(read.field, read.message);
  const { name, text, pageStarts } = read;
  if (text.length > TEXT_MAX) return refused('text', TOO_LONG);
  try {
    const actor = await currentActor();
    const admission = await admitTextCheck(
      clientAddress(await headers()),
      text.length,
      actor === null ? null : { actor },
    );
    if (!admission.admitted) return refused('text', waitText(admission.waitSeconds * 1000, 'asked'));
    const [check, terms] = await Promise.all([checkDraft(text, { today: today(), all: false }), listTerms()]);
    const preferred = check.words.map(({ span }) =>
      span === null ? null : preferredTerm(text.slice(span.start, span.end), terms),
    );
    return { kind: 'checked', name, text, pageStarts, check, preferred };
  } catch (error) {
    if (isDatabaseAway(error)) return refused('text', AWAY);
    // What is logged of an error must not hold the text.
    throw quietError(error);
  }
}

type Sent =
  | { ok: true; name: string | null; text: string; pageStarts: readonly number[] | null }
  | { ok: false; field: 'text' | 'file'; message: string };

/** The text of the file, where one was chosen; else what was typed. */
async function readSent(form: FormData, typed: string): Promise<Sent> {
  const file = form.get('file');
  // A field for a file that was left empty is sent as a file without a name.
  if (file instanceof File && (file.name !== '' || file.size > 0)) {
    const read = await readDocument({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
    if (!read.ok) return { ok: false, field: 'file', message: read.problem.message };
    return { ok: true, name: file.name, text: read.text, pageStarts: read.pages?.map(({ start }) => start) ?? null };
  }
  if (typed.trim() === '')
    return { ok: false, field: 'text', message: 'There is nothing to check: paste a text, or choose a file.' };
  const name = textIn(form, 'name').slice(0, 200);
  const pageStarts = readStarts(textIn(form, 'pages'), typed);
  return { ok: true, name: name === '' ? null : name, text: typed, pageStarts };
}

const AWAY = 'The evidence base cannot be asked just now. Send the text again in a minute.';
const TOO_LONG = `The text has more than ${TEXT_MAX.toLocaleString('en')} characters: send it in parts.`;

function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** Browsers send the lines of a field with two characters at their ends; and control characters are no text. */
function lineBreaksAlike(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/(?![\t\n])[\p{Cc}\p{Cs}]/gu, ' ');
}
