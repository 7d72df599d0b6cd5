import { z } from 'zod';
import { MeDto } from '@/features/accounts/schema';
import { DraftAnswer, DraftId, NewDraftBody, SavedDraftBody, SubmittedDraftBody } from '@/features/drafts/schema';
import { ConfirmBody, ImportAnswer, ImportParameters, NewImportBody } from '@/features/imports/schema';
import type { Operation } from '@/http/openapi';

/** The addresses that ask for a key: what scripts may do, and who they are. */
export const KEYED_OPERATIONS: readonly Operation[] = [
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
