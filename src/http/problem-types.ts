/** Every kind of error the API answers with. Each has a page at /docs/errors/<code> and under docs/errors/. */
export const PROBLEM_TYPES = {
  'invalid-parameters': {
    status: 400,
    title: 'A parameter cannot be used',
    remedy: 'Look at errors[]: each entry names a parameter and says what it must be. The API document lists them all.',
  },
  'invalid-cursor': {
    status: 400,
    title: 'The cursor does not belong to this list',
    remedy:
      'Start again without a cursor, and send the cursor in page.next with the same filters and order it came with.',
  },
  'invalid-body': {
    status: 400,
    title: 'What was sent cannot be used',
    remedy:
      'Look at errors[]: each entry names a field and says what it must be. Nothing was written. The API document lists the fields.',
  },
  unauthorised: {
    status: 401,
    title: 'A key is needed that works',
    remedy:
      'Send Authorization: Bearer plb_… with a key that has neither expired nor been revoked. Keys are made at /desk/account/keys.',
  },
  forbidden: {
    status: 403,
    title: 'This key may not do that',
    remedy: 'Use a key with the scope that detail names, of somebody whose roles allow it.',
  },
  'not-found': {
    status: 404,
    title: 'There is nothing here',
    remedy: 'Check the id (claims are C1, C2 …, sources S1, S2 …) or search with /api/v1/claims?q=…',
  },
  'method-not-allowed': {
    status: 405,
    title: 'This address cannot be used that way',
    remedy: 'Use a method that the header Allow names.',
  },
  conflict: {
    status: 409,
    title: 'It has changed since you read it',
    remedy: 'Get it again, look at what changed, and send what you want of both with the version that it has now.',
  },
  'too-large': {
    status: 413,
    title: 'More was sent than can be taken',
    remedy:
      'Send less: a record has at most 1 MB, a text to be checked 600,000 characters, a file to verify 30 MB, an import 50 MB.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'This is not the type that the address takes',
    remedy: 'Send the Content-Type that detail names.',
  },
  incomplete: {
    status: 422,
    title: 'It cannot be handed in yet',
    remedy:
      'Look at errors[]: each entry names a field and what is missing or wrong there. Mend it with PUT, then hand it in again.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too much was asked in a short time',
    remedy: 'Wait for the seconds in Retry-After and go on. With a key for scripts more is taken.',
  },
  'internal-error': {
    status: 500,
    title: 'Something went wrong on our side',
    remedy:
      'Try again. If it goes on, tell the people who run this site the requestId: it names the line in their log.',
  },
  'not-implemented': {
    status: 501,
    title: 'It is not given in this format',
    remedy: 'Ask for the format that detail names.',
  },
  'database-unavailable': {
    status: 503,
    title: 'The database cannot be reached',
    remedy: 'Wait for the seconds in Retry-After and try again; the service comes back by itself.',
  },
} as const satisfies Record<string, { status: number; title: string; remedy: string }>;

export type ProblemCode = keyof typeof PROBLEM_TYPES;
