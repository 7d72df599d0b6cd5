import { getReadiness } from '@/features/evidence-base/data';
import { ApiProblem } from '@/http/problem';
import { jsonRoute } from '@/http/route';

export const dynamic = 'force-dynamic';

/** The database answers and every migration has been applied. A kept answer would hide that it no longer does. */
export const GET = jsonRoute(
  async () => {
    const readiness = await getReadiness();
    if (readiness.pendingMigrations > 0) {
      throw new ApiProblem('database-unavailable', `${readiness.pendingMigrations} migrations have not been applied.`);
    }
    return { status: 'ready', ...readiness };
  },
  { 'Cache-Control': 'no-store' },
);
