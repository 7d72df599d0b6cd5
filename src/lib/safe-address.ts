import ipaddr from 'ipaddr.js';
import deniedHosts from './denied-hosts.json';
import { readUrl } from './read-url';

// Which addresses that somebody typed may be asked at all: no network, no clock, only the words of the address.

/** Why an address is not asked. */
export type AddressProblem = { failure: 'not-http' | 'denied-host' | 'refused-address'; detail: string };

export type ReadAddress = { ok: true; url: URL } | ({ ok: false } & AddressProblem);

export type AddressRules = {
  /** Ports that may be asked. */
  ports: readonly number[];
  /** More hosts that are never asked, beside the bundled ones: `example.org`, or `*.example.org` with all under it. */
  deniedHosts: readonly string[];
};

const LENGTH_MAX = 2000;
const DEFAULT_PORT = { 'http:': 80, 'https:': 443 } as const;

/**
 * Reads an address and says whether it may be asked. Odd ways of writing a host (decimal, octal and hexadecimal
 * numbers, full-width digits, capitals, dots at the end) are read as the URL standard reads them
 * (https://url.spec.whatwg.org/#host-parsing), and so as every client would.
 */
export function readAddress(text: string, rules: AddressRules): ReadAddress {
  const url = text.length <= LENGTH_MAX ? readUrl(text) : null;
  if (url === null) return refuse('not-http', 'it is not a web address');
  const { protocol } = url;
  if (protocol !== 'http:' && protocol !== 'https:') return refuse('not-http', 'only http and https are asked');
  if (url.username !== '' || url.password !== '') return refuse('not-http', 'it holds a name or password');
  const port = url.port === '' ? DEFAULT_PORT[protocol] : Number(url.port);
  if (!rules.ports.includes(port)) return refuse('not-http', `port ${port} is not asked`);
  // "example.org." is "example.org" to a resolver, and must be to the list.
  const host = url.hostname.replace(/\.+$/, '');
  if (host !== url.hostname) url.hostname = host;
  url.hash = '';
  if (isDenied(host, rules.deniedHosts)) return refuse('denied-host', 'this host is never asked');
  const isNumber = literalAddress(host) !== null;
  if (!isNumber && !host.includes('.')) return refuse('denied-host', 'a name without a dot is of a local network');
  return { ok: true, url };
}

/** Whether an address is of a host that the site never asks, and so never links either. What is no address is of none. */
export function isOfDeniedHost(address: string, more: readonly string[]): boolean {
  const url = readUrl(address);
  return url !== null && isDenied(url.hostname.replace(/\.+$/, ''), more);
}

function refuse(failure: AddressProblem['failure'], detail: string): ReadAddress {
  return { ok: false, failure, detail };
}

/** The IP address that a host of a parsed URL is; null for a name. */
export function literalAddress(host: string): string | null {
  const bare = host.startsWith('[') && host.endsWith(']') ? host.slice(1, -1) : host;
  return ipaddr.isValid(bare) && (bare.includes(':') || ipaddr.IPv4.isValidFourPartDecimal(bare)) ? bare : null;
}

function isDenied(host: string, more: readonly string[]): boolean {
  return [...deniedHosts.hosts.map((entry) => entry.host), ...more].some((pattern) => covers(pattern, host));
}

/** Whether an entry of the deny-list means this host. `*` alone means every host. */
function covers(pattern: string, host: string): boolean {
  const wanted = pattern.trim().toLowerCase().replace(/\.+$/, '');
  if (wanted === '*') return true;
  if (!wanted.startsWith('*.')) return wanted === host;
  return host === wanted.slice(2) || host.endsWith(wanted.slice(1));
}

const NUMBERS_DENIED = new Set(
  deniedHosts.hosts.map(({ host }) => host).filter((host) => literalAddress(host) !== null),
);

/**
 * Whether an IP address is one of the public internet. Everything else is refused: loopback, private, link-local,
 * unique-local, multicast, reserved and carrier-grade NAT ranges of the IANA special-purpose registries (RFC 6890), and
 * IPv6 addresses that carry an IPv4 address inside (mapped, compatible, NAT64, 6to4, Teredo): what is inside would be
 * asked, and it is not what was looked at.
 */
export function isPublicAddress(text: string): boolean {
  // A zone ("fe80::1%eth0") is of this machine's networks.
  if (text.includes('%') || !ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  // A host of another name may lead to a number that is denied.
  if (NUMBERS_DENIED.has(address.toString())) return false;
  if (address.range() !== 'unicast') return false;
  if (address.kind() === 'ipv4') return true;
  // Of IPv6, only 2000::/3 has been given away as global unicast (IANA).
  return ((address as ipaddr.IPv6).parts[0] ?? 0) >> 13 === 1;
}
