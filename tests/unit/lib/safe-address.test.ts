import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPublicAddress, literalAddress, readAddress } from '@/lib/safe-address';

const RULES = { ports: [80, 443], deniedHosts: ['blocked.example.org', '*.wild.example'] };

/** What readAddress and the address policy say together of a URL whose host is a number. */
function isAsked(url: string): boolean {
  const read = readAddress(url, RULES);
  if (!read.ok) return false;
  const literal = literalAddress(read.url.hostname);
  return literal === null || isPublicAddress(literal);
}

type Range = readonly [first: number, bits: number];
const v4 = (text: string): number => text.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);

// The IANA IPv4 special-purpose registry, multicast and the reserved block.
const REFUSED: readonly Range[] = (
  [
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ] as const
).map(([first, bits]) => [v4(first), bits]);

const refusedNumber = fc
  .constantFrom(...REFUSED)
  .chain(([first, bits]) => fc.integer({ min: 0, max: 2 ** (32 - bits) - 1 }).map((rest) => first + rest));

const octets = (number: number) => [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256);
const hexPairs = (number: number) => {
  const [a = 0, b = 0, c = 0, d = 0] = octets(number);
  return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
};

/** Every way that clients read as the same number. */
const WRITTEN: readonly ((number: number) => string)[] = [
  (number) => octets(number).join('.'),
  (number) => `${octets(number).join('.')}.`,
  (number) => String(number),
  (number) => `0x${number.toString(16)}`,
  (number) => `0${number.toString(8)}`,
  (number) =>
    octets(number)
      .map((part) => `0${part.toString(8)}`)
      .join('.'),
  (number) =>
    octets(number)
      .map((part) => `0x${part.toString(16).toUpperCase()}`)
      .join('.'),
  (number) => `${octets(number)[0]}.${number % 2 ** 24}`,
  (number) => `${octets(number).slice(0, 2).join('.')}.${number % 2 ** 16}`,
  (number) =>
    octets(number)
      .join('.')
      .replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
  (number) => octets(number).join('%2E'),
  (number) => octets(number).join('\u3002'),
  (number) => `[::ffff:${octets(number).join('.')}]`,
  (number) => `[0:0:0:0:0:FFFF:${hexPairs(number)}]`,
  (number) => `[::${hexPairs(number)}]`,
  (number) => `[64:ff9b::${hexPairs(number)}]`,
  (number) => `[64:ff9b:1::${hexPairs(number)}]`,
  (number) => `[2002:${hexPairs(number)}::1]`,
];

describe('addresses', () => {
  test('every number of a private or reserved range is refused, however it is written', () => {
    fc.assert(
      fc.property(
        refusedNumber,
        fc.constantFrom(...WRITTEN),
        fc.constantFrom('http', 'https'),
        (number, write, scheme) => {
          expect(isAsked(`${scheme}://${write(number)}/path`)).toBe(false);
        },
      ),
      { numRuns: 4000 },
    );
  });

  test('every IPv6 address outside of what is given away as global is refused', () => {
    const group = fc.integer({ min: 0, max: 0xffff });
    const outside = fc.tuple(
      group.filter((first) => first >> 13 !== 1),
      fc.array(group, { minLength: 7, maxLength: 7 }),
    );
    fc.assert(
      fc.property(outside, ([first, rest]) => {
        expect(isPublicAddress([first, ...rest].map((part) => part.toString(16)).join(':'))).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    '::1',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd12:3456::1',
    'fec0::1',
    'ff02::1',
    '2001:db8::1',
    '2001::1',
    '2001:20::1',
    '3fff::1',
    '168.63.129.16',
    'not an address',
    '',
  ])('%s is refused', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  test.each(['8.8.8.8', '93.184.215.14', '172.32.0.1', '100.128.0.1', '2606:2800:21f::1', '2a00:1450:4001::200e'])(
    '%s is of the public internet',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
});

describe('web addresses', () => {
  test.each([
    ['ftp://example.org/', 'not-http'],
    ['file:///etc/passwd', 'not-http'],
    ['javascript:alert(1)', 'not-http'],
    ['data:text/plain,x', 'not-http'],
    ['//example.org', 'not-http'],
    ['', 'not-http'],
    ['http://', 'not-http'],
    [`http://example.org/${'x'.repeat(3000)}`, 'not-http'],
    ['http://user:secret@example.org/', 'not-http'],
    ['http://example.org@127.0.0.1/', 'not-http'],
    ['http://example.org:8080/', 'not-http'],
    ['http://example.org:22/', 'not-http'],
    ['https://localhost/', 'denied-host'],
    ['https://LOCALHOST./', 'denied-host'],
    ['https://anything.localhost/', 'denied-host'],
    ['http://metadata.google.internal/computeMetadata/v1/', 'denied-host'],
    ['http://METADATA.GOOGLE.INTERNAL./', 'denied-host'],
    ['http://169.254.169.254/latest/meta-data', 'denied-host'],
    ['http://2852039166/latest/meta-data', 'denied-host'],
    ['http://printer/', 'denied-host'],
    ['http://something.onion/', 'denied-host'],
    ['http://blocked.example.org/', 'denied-host'],
    ['http://blocked.example.org../', 'denied-host'],
    ['http://BLOCKED.example.org:443/', 'denied-host'],
    ['http://wild.example/', 'denied-host'],
    ['http://a.b.wild.example/', 'denied-host'],
    ['http://ⓌILD.example/', 'denied-host'],
  ])('%s is not asked: %s', (address, failure) => {
    expect(readAddress(address, RULES)).toMatchObject({ ok: false, failure });
  });

  test.each([
    ['https://www.unicef.org/sowc#page', 'https://www.unicef.org/sowc'],
    ['https://notblocked.example.org/', 'https://notblocked.example.org/'],
    ['https://sub.blocked.example.org/', 'https://sub.blocked.example.org/'],
    ['https://verywild.example/', 'https://verywild.example/'],
    ['https://example.org./a', 'https://example.org/a'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
    ['http://example.org:443/', 'http://example.org:443/'],
  ])('%s is asked as %s', (address, asked) => {
    const read = readAddress(address, RULES);
    expect(read.ok && read.url.href).toBe(asked);
  });

  test('an asterisk denies every host', () => {
    expect(readAddress('https://www.unicef.org/', { ...RULES, deniedHosts: ['*'] })).toMatchObject({
      ok: false,
      failure: 'denied-host',
    });
  });
});
