import 'server-only';
import { isDatabaseAway } from '../../lib/database-error';
import { isOutage } from '../../lib/outage';
import { recallReleases, type Telling } from './recall-writer';

/** In milliseconds: how long the owner of a sheet waits for news at most, as long as the server runs. */
const EVERY = 30_000;

/** Recalls what a change has overtaken, for as long as this process lives. It does not keep the process alive. */
export function watchRecalls(telling: Telling): void {
  const look = async () => {
    if (!isOutage()) await recallReleases(telling).catch(sayUnlessAway);
    setTimeout(look, EVERY).unref();
  };
  setTimeout(look, EVERY).unref();
}

/** That the database is away, others say already. */
function sayUnlessAway(error: unknown): void {
  if (!isDatabaseAway(error)) console.error('recalls:', error);
}
