const CONNECTION_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EPIPE',
  'EHOSTUNREACH',
  // PostgreSQL: too many connections; shutting down; crashed; not yet ready.
  '53300',
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08003',
  '08006',
  // Prisma: cannot reach; timed out; connection closed; no connection free.
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
]);

/** Whether an error means that the database is away, rather than that a statement of ours is wrong. */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway);
  if (!(error instanceof Error)) return false;
  if ('code' in error && CONNECTION_CODES.has(String(error.code))) return true;
  // pg gives these two no code.
  return /^(Connection terminated|timeout exceeded when trying to connect)/.test(error.message);
}
