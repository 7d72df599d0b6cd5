import ipaddr from 'ipaddr.js';
import { readEnv } from './env';

/** Set by us on every request, whatever it came with: the address at the other end of the connection. */
export const PEER_HEADER = 'x-plumbline-peer';

type Headers = { get(name: string): string | null };

/**
 * The address that attempts are counted by. X-Forwarded-For is believed only where the connection comes from a proxy of
 * ours: one on this machine, or one that TRUSTED_PROXIES names. The last address that is none of these is the reader's;
 * what stands before it, the reader may have written. An IPv6 network counts as one: whoever has an address has them all.
 */
export function clientAddress(headers: Headers): string {
  const peer = headers.get(PEER_HEADER) ?? '';
  const chain = [...(headers.get('x-forwarded-for') ?? '').split(','), peer].map((part) => part.trim());
  const known = chain.filter((part) => ipaddr.isValid(part)).map((part) => ipaddr.process(part));
  if (!ipaddr.isValid(peer)) return 'unknown';
  const client = known.findLast((address) => !isProxy(address)) ?? known.at(-1);
  if (client === undefined) return 'unknown';
  return client.kind() === 'ipv6' ? networkOf(client as ipaddr.IPv6) : client.toString();
}

function networkOf(address: ipaddr.IPv6): string {
  return `${new ipaddr.IPv6([...address.parts.slice(0, 4), 0, 0, 0, 0])}/64`;
}

function isProxy(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (address.range() === 'loopback') return true;
  const trusted = (readEnv().TRUSTED_PROXIES ?? '').split(',').map((range) => range.trim());
  return trusted.some((range) => {
    if (range === '') return false;
    const [network, bits] = range.includes('/') ? ipaddr.parseCIDR(range) : [ipaddr.process(range), null];
    if (network.kind() !== address.kind()) return false;
    return bits === null ? network.toString() === address.toString() : address.match(network, bits);
  });
}
