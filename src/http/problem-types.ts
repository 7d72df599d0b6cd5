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
    remedy: 'This version of the API only reads: use GET or HEAD.',
  },
  'internal-error': {
    status: 500,
    title: 'Something went wrong on our side',
    remedy:
      'Try again. If it goes on, tell the people who run this site the requestId: it names the line in their log.',
  },
  'database-unavailable': {
    status: 503,
    title: 'The database cannot be reached',
    remedy: 'Wait for the seconds in Retry-After and try again; the service comes back by itself.',
  },
} as const satisfies Record<string, { status: number; title: string; remedy: string }>;

export type ProblemCode = keyof typeof PROBLEM_TYPES;
