import { EMPTY_DRAFT } from '../../src/domain/appraisal/appraisal';
import { type Actor, Denied, type Permission } from '../../src/domain/permission';
import { getPasswordHash, listKeys, listSessions } from '../../src/features/accounts/data';
import { getBaseChecks } from '../../src/features/checks/data';
import { makeKey, revokeKey } from '../../src/features/accounts/key-writer';
import { changePassword } from '../../src/features/accounts/password-writer';
import { endOtherSessions, endSession } from '../../src/features/accounts/session-writer';
import { changeTwoFactor } from '../../src/features/accounts/two-factor-writer';
import {
  countToAppraise,
  findLostTitle,
  findOpenRound,
  getAppraisalSubject,
  getRound,
  listDue,
  listKept,
  listQueues as listAppraisals,
} from '../../src/features/appraisals/data';
import {
  beginAppraisal,
  leaveAppraisal,
  openRound,
  saveAppraisal,
  submitAppraisal,
} from '../../src/features/appraisals/mutations';
import { acceptConsensus, decideRound, offerConsensus } from '../../src/features/appraisals/settling-writer';
import { getDraft, listDrafts, listTyped } from '../../src/features/drafts/data';
import { findFaults, getDraftAnswer } from '../../src/features/drafts/fault-data';
import { adoptPublished, changeMember, saveForm, settleReferences } from '../../src/features/drafts/form-writer';
import {
  beginDraft,
  discardDraft,
  publishDraft,
  returnDraft,
  saveDraft,
  submitDraft,
} from '../../src/features/drafts/mutations';
import { previewOf } from '../../src/features/drafts/preview-data';
import {
  describeReferences,
  findCandidates,
  listChoices,
  listCitationsOf,
} from '../../src/features/drafts/reference-data';
import type { DraftDto, MemberStep, SentForm } from '../../src/features/drafts/schema';
import { beginSentDraft, saveSentRecord } from '../../src/features/drafts/sent-writer';
import { dropTyped, keepTyped } from '../../src/features/drafts/typing-writer';
import { findDuplicates } from '../../src/features/duplicates/data';
import type { ReleaseDocument } from '../../src/domain/fact-sheet/release';
import { EMPTY_SHEET } from '../../src/domain/fact-sheet/sheet';
import { countSteps, getSheet, listReleasesOf, listSheets } from '../../src/features/fact-sheets/data';
import {
  createSheet,
  listInGallery,
  putSheetAway,
  replaceInSheet,
  saveSheet,
  undoSheet,
} from '../../src/features/fact-sheets/mutations';
import { drawUpRelease, keepRelease } from '../../src/features/fact-sheets/release-writer';
import { getRedraft } from '../../src/features/fact-sheets/redraft-data';
import { getImport, getImportProgress, getReport, listImports, listRows } from '../../src/features/imports/data';
import { lookUpDoi } from '../../src/features/imports/doi-data';
import {
  chooseAllRows,
  chooseSomeRows,
  confirmImport,
  dropImport,
  fillImport,
  importDoi,
  openImport,
  refuseImport,
} from '../../src/features/imports/mutations';
import { beginUndo, undoImport } from '../../src/features/imports/undo-writer';
import { getLink, getRun, lastRun, listLinks } from '../../src/features/links/data';
import { cancelRun, resumeRun, startRun } from '../../src/features/links/mutations';
import { inviteAgain, invite, revokeInvitation } from '../../src/features/people/invitation-writer';
import { getPerson, listInvitations, listPeople, listPersonEvents } from '../../src/features/people/people-data';
import { changePerson, closeAccount, reopenAccount, resetTwoFactor } from '../../src/features/people/people-writer';
import { countQueues, listQueue } from '../../src/features/queues/data';
import { giveTaskBack, takeTask } from '../../src/features/queues/mutations';
import { listRecalls } from '../../src/features/releases/recall-data';
import { settleMatchReport } from '../../src/features/text-checks/mutations';
import { countOpenReports, listMatchReports } from '../../src/features/text-checks/report-data';
import { changeStanding, mergeRecords } from '../../src/features/records/mutations';
import { restoreVersion } from '../../src/features/versions/mutations';
import { listDraftIds } from '../../src/features/versions/data';

/** Something that asks for a permission. Allowed, it may still find nothing: what counts is whether it is denied. */
type Call = (actor: Actor | null) => Promise<unknown>;

const NOBODY = 'nobody-has-this-id';
const NO_DRAFT = 'D999999999';
const NO_JOB = { id: 999_999_999, worker: NOBODY };
const NO_INTERESTS = { interests: 'none', interestsText: '' } as const;
const FORM = { form: 'record', draft: NO_DRAFT, version: 1, member: '' } as unknown as SentForm;
const FILE = {
  kind: 'sources',
  name: 'a-test.csv',
  bytes: 1,
  format: 'csv',
  encoding: 'utf-8',
  notes: [],
} as const;

/** A call that breaks off where there is nothing to work on: only a refusal counts. */
async function unlessDenied(asked: Promise<unknown>): Promise<void> {
  await asked.catch((error: unknown) => {
    if (error instanceof Denied) throw error;
  });
}

const NOW = '2026-11-26T00:00:00.000Z';

/**
 * For each permission what asks for it, every write and every read that is not public: tests/integration/permissions.test.ts
 * calls each as everybody. Whoever adds a write adds it here; a permission without a call is named by that test.
 */
export const PERMISSION_CALLS: Partial<Record<Permission, Readonly<Record<string, Call>>>> = {
  'account.use': {
    listSessions: (actor) => listSessions(actor, 7),
    listKeys,
    getPasswordHash,
    makeKey: (actor) => makeKey(actor, { name: 'A test', scopes: ['read'], days: 1 }),
    revokeKey: (actor) => revokeKey(actor, 0),
    endSession: (actor) => endSession(actor, NOBODY),
    endOtherSessions: (actor) => endOtherSessions(actor, NOBODY),
    changeTwoFactor: (actor) => changeTwoFactor(actor, 'on', async () => ({ ok: false, problem: 'A test.' })),
    changePassword: (actor) => changePassword(actor, 'a hash that nothing gives', NOBODY),
  },
  'fact-sheet.own': {
    getRedraft: (actor) => getRedraft(actor, 'F0'),
    listRecalls,
    getSheet: (actor) => getSheet(actor, 'F0'),
    listSheets,
    countSteps: (actor) => countSteps(actor, 'F0'),
    listReleasesOf: (actor) => listReleasesOf(actor, 'F0'),
    createSheet: (actor) => createSheet(actor, EMPTY_SHEET),
    saveSheet: (actor) => saveSheet(actor, { id: 'F0', version: 1, content: EMPTY_SHEET }),
    undoSheet: (actor) => undoSheet(actor, { id: 'F0', version: 1 }),
    replaceInSheet: (actor) => replaceInSheet(actor, { id: 'F0', version: 1, replacements: [] }),
    putSheetAway: (actor) => putSheetAway(actor, { id: 'F0', away: true }),
    listInGallery: (actor) => listInGallery(actor, { id: 'F0', isListed: true }),
    drawUpRelease: (actor) => drawUpRelease(actor, { id: 'F0', version: 1, digest: '' }, async () => []),
    keepRelease: (actor) =>
      keepRelease(actor, { id: 'F0', version: 1, digest: '' }, '{}', { releasedAt: NOW } as ReleaseDocument, new Map()),
  },
  'draft.read': {
    getDraft: (actor) => getDraft(actor, NO_DRAFT),
    listDrafts: (actor) => listDrafts(actor, { states: ['draft'] }),
    getBaseChecks: (actor) => getBaseChecks(actor),
    listDraftIds: (actor) => listDraftIds(actor, 'C1'),
    findFaults: (actor) =>
      findFaults(actor, { kind: 'source', content: {}, recordId: 'S999999999', key: 's999999999' }),
    getDraftAnswer: (actor) => getDraftAnswer(actor, NO_DRAFT),
    settleReferences: (actor) => settleReferences(actor, [], {}),
    listTyped: (actor) => listTyped(actor, NO_DRAFT),
    findCandidates: (actor) => findCandidates(actor, 'source', 'ILO'),
    listChoices: (actor) => listChoices(actor, 'source', 1),
    describeReferences: (actor) => describeReferences(actor, []),
    listCitationsOf: (actor) => listCitationsOf(actor, 'C1'),
    previewOf: (actor) => unlessDenied(previewOf(actor, { id: NO_DRAFT } as DraftDto)),
    findDuplicates: (actor) => findDuplicates(actor, 'source', { title: 'A report' }, null),
    listMatchReports: (actor) => listMatchReports(actor, { state: 'open', page: 1 }),
    countOpenReports,
    countQueues,
    listQueue: (actor) => unlessDenied(listQueue(actor, 'drafts', { whose: 'all', page: 1 } as never)),
  },
  'draft.write': {
    beginDraft: (actor) => beginDraft(actor, { kind: 'claim', recordId: 'C999999999' }),
    saveDraft: (actor) => saveDraft(actor, NO_DRAFT, 1, {}),
    // Refused before anything is written, for the record cannot be read.
    beginSentDraft: (actor) => beginSentDraft(actor, 'source', null),
    saveSentRecord: (actor) => saveSentRecord(actor, NO_DRAFT, 1, {}),
    saveForm: (actor) => unlessDenied(saveForm(actor, FORM, new FormData())),
    keepTyped: (actor) => keepTyped(actor, FORM, new FormData()),
    dropTyped: (actor) => dropTyped(actor, { draft: NO_DRAFT, form: 'edit', member: '' }),
    changeMember: (actor) => unlessDenied(changeMember(actor, { draft: NO_DRAFT, version: 1 } as MemberStep)),
    adoptPublished: (actor) =>
      unlessDenied(adoptPublished(actor, { draft: NO_DRAFT, version: 1, published: 1 }, new FormData())),
  },
  'draft.discard': { discardDraft: (actor) => discardDraft(actor, NO_DRAFT, 1, null) },
  'draft.submit': { submitDraft: (actor) => submitDraft(actor, NO_DRAFT, 1) },
  'draft.return': { returnDraft: (actor) => returnDraft(actor, NO_DRAFT, 1, 'Why.') },
  'record.publish': { publishDraft: (actor) => publishDraft(actor, NO_DRAFT, 1, 'Why.') },
  'record.dispute': { 'changeStanding to disputed': (actor) => changeStanding(actor, 'C0', 1, 'disputed', 'Why.') },
  'record.retract': {
    'changeStanding to retracted': (actor) => changeStanding(actor, 'C0', 1, 'retracted', 'Why.'),
    'changeStanding to stands': (actor) => changeStanding(actor, 'C0', 1, 'stands', 'Why.'),
  },
  'record.merge': { mergeRecords: (actor) => mergeRecords(actor, 'C0', 'C1', 'Why.') },
  'record.restore': { restoreVersion: (actor) => restoreVersion(actor, 999_999_999, 1, 'Why.') },
  'appraisal.write': {
    getAppraisalSubject: (actor) => getAppraisalSubject(actor, 'C1'),
    getRound: (actor) => getRound(actor, 0),
    listAppraisals,
    listDue,
    countToAppraise,
    listKept: (actor) => listKept(actor, 0),
    findLostTitle: (actor) => findLostTitle(actor, 'C999999999'),
    findOpenRound: (actor) => findOpenRound(actor, 'C1'),
    openRound: (actor) => openRound(actor, 'C999999999', null),
    beginAppraisal: (actor) => beginAppraisal(actor, 0, NO_INTERESTS),
    saveAppraisal: (actor) => saveAppraisal(actor, 0, EMPTY_DRAFT),
    leaveAppraisal: (actor) => leaveAppraisal(actor, 0),
    submitAppraisal: (actor) => submitAppraisal(actor, 0, EMPTY_DRAFT),
  },
  'appraisal.agree': {
    offerConsensus: (actor) => offerConsensus(actor, 0, {}, 'Why.'),
    acceptConsensus: (actor) => acceptConsensus(actor, 0, '2026-01-01T00:00:00Z'),
  },
  'appraisal.decide': { decideRound: (actor) => decideRound(actor, 0, {}, 'Why.', NO_INTERESTS) },
  'import.run': {
    listImports,
    getImport: (actor) => getImport(actor, 0),
    listRows: (actor) => listRows(actor, 0, { show: 'all', after: 0 }),
    getReport: (actor) => getReport(actor, 0),
    getImportProgress: (actor) => getImportProgress(actor, 0),
    openImport: (actor) => openImport(actor, FILE),
    refuseImport: (actor) => refuseImport(actor, FILE, 'It is empty.'),
    lookUpDoi: (actor) => lookUpDoi(actor, 'no DOI', []),
    importDoi: (actor) => importDoi(actor, 'no DOI', []),
    fillImport: (actor) => unlessDenied(fillImport(actor, NO_JOB, [])),
    chooseSomeRows: (actor) => chooseSomeRows(actor, 0, { shown: [], taken: [] }),
    chooseAllRows: (actor) => unlessDenied(chooseAllRows(actor, 0, 'valid' as never)),
    dropImport: (actor) => dropImport(actor, 0),
    confirmImport: (actor) => confirmImport(actor, 0),
  },
  'import.undo': {
    beginUndo: (actor) => beginUndo(actor, 0, 'Why.'),
    undoImport: (actor) => unlessDenied(undoImport(actor, NO_JOB)),
  },
  'link.check': {
    listLinks: (actor) => listLinks(actor, { view: 'all', page: 1 } as never),
    getLink: (actor) => getLink(actor, 'S999999'),
    lastRun,
    getRun: (actor) => getRun(actor, 0),
    startRun: (actor) => startRun(actor, { scope: 'one', sourceNumber: 0 }),
    resumeRun: (actor) => resumeRun(actor, 0),
    cancelRun: (actor) => cancelRun(actor, 0),
  },
  'task.assign': {
    takeTask: (actor) => takeTask(actor, { queue: 'drafts', subject: NO_DRAFT, from: null }),
    giveTaskBack: (actor) => giveTaskBack(actor, { queue: 'drafts', subject: NO_DRAFT }),
  },
  'match.settle': { settleMatchReport: (actor) => settleMatchReport(actor, 999_999_999, 'Why.') },
  'person.read': {
    listPeople,
    listInvitations,
    getPerson: (actor) => getPerson(actor, NOBODY),
    listPersonEvents: (actor) => listPersonEvents(actor, NOBODY),
  },
  'person.invite': {
    invite: (actor) => invite(actor, { email: 'invited@example.org', roles: ['editor'], affiliations: [] }),
    inviteAgain: (actor) => inviteAgain(actor, 0),
    revokeInvitation: (actor) => revokeInvitation(actor, 0),
  },
  'person.change': {
    changePerson: (actor) => changePerson(actor, NOBODY, { roles: ['editor'], affiliations: [] }),
    closeAccount: (actor) => closeAccount(actor, NOBODY),
    reopenAccount: (actor) => reopenAccount(actor, NOBODY),
    resetTwoFactor: (actor) => resetTwoFactor(actor, NOBODY),
  },
};

/** Permissions that nothing asks for yet, or whose part of the product adds its calls later. The list only gets shorter. */
export const WITHOUT_CALLS: readonly Permission[] = [];
