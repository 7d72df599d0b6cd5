import { deniedHosts } from './env';
import { isOfDeniedHost } from './safe-address';

// Asked wherever the address of a source comes in: typed, imported, looked up, restored, or bundled.

export const NEVER_LINKED = 'is of a host that this site never links';

/** Whether an address is of a host of the deny-list: what is never asked is never linked. */
export function isNeverLinked(address: unknown): boolean {
  // `*` alone keeps the site from asking anybody; it says nothing of any one host.
  const named = deniedHosts().filter((host) => host !== '*');
  return typeof address === 'string' && isOfDeniedHost(address, named);
}
