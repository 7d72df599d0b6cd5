/**
 * Whether the database is away just now: set where it is asked, read where a page is asked for (src/proxy.ts). On
 * globalThis because Next bundles the two apart.
 */
const holder = globalThis as unknown as { plumblineOutage?: boolean };

export function isOutage(): boolean {
  return holder.plumblineOutage === true;
}

export function setOutage(away: boolean): void {
  holder.plumblineOutage = away;
}

/** What a client is told to wait before it asks again. */
export const RETRY_AFTER_SECONDS = 5;
