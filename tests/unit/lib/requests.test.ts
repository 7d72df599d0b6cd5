import { describe, expect, test } from 'vitest';
import { clientAddress } from '../../../src/lib/client-address';
import { deviceWords } from '../../../src/lib/device-words';
import { isOwnRequest } from '../../../src/lib/own-request';

describe('a form is taken only from a page of this site', () => {
  const own = 'http://127.0.0.1:4000';
  const host = { host: '127.0.0.1:4000' };
  test.each([
    ['sent by a page of ours', { ...host, origin: own, 'sec-fetch-site': 'same-origin' }, true],
    ['from a browser that says only Origin', { ...host, origin: own }, true],
    ['from one that says only Sec-Fetch-Site', { ...host, 'sec-fetch-site': 'same-origin' }, true],
    [
      'behind a proxy',
      { host: 'internal', 'x-forwarded-host': 'plumbline.example', origin: 'https://plumbline.example' },
      true,
    ],
    ['that says nothing of itself', host, false],
    ['from another site', { ...host, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, false],
    ['from another site, in an old browser', { ...host, origin: 'https://evil.example' }, false],
    ['from a site beside ours', { ...host, origin: own, 'sec-fetch-site': 'same-site' }, false],
    ['from another port', { ...host, origin: 'http://127.0.0.1:4001' }, false],
    ['from a file or a frame without rights', { ...host, origin: 'null' }, false],
    ['from a name that begins like ours', { ...host, origin: `${own}.evil.example` }, false],
    ['typed into the address bar', { ...host, 'sec-fetch-site': 'none' }, false],
  ])('%s', (_what, headers, taken) => {
    expect(isOwnRequest(new Headers(headers as Record<string, string>))).toBe(taken);
  });
});

describe('attempts are counted by the address that nobody can make up', () => {
  test.each([
    ['the connection’s own', { peer: '203.0.113.7' }, '203.0.113.7'],
    [
      'the connection’s own, whatever the header claims',
      { peer: '203.0.113.7', forwarded: '192.0.2.1' },
      '203.0.113.7',
    ],
    ['what our proxy on this machine says', { peer: '127.0.0.1', forwarded: '203.0.113.7' }, '203.0.113.7'],
    [
      'the last one, where the reader wrote some before',
      { peer: '::1', forwarded: '192.0.2.1, 203.0.113.7' },
      '203.0.113.7',
    ],
    ['one and the same, also written as IPv6', { peer: '::ffff:203.0.113.7' }, '203.0.113.7'],
    ['the network, in IPv6', { peer: '2001:db8:1:2:3:4:5:6' }, '2001:db8:1:2::/64'],
    ['none, when the connection has none', { peer: '', forwarded: '192.0.2.1' }, 'unknown'],
  ])('%s', (_what, { peer, forwarded }: { peer: string; forwarded?: string }, address) => {
    const headers = new Headers({ 'x-plumbline-peer': peer, ...(forwarded ? { 'x-forwarded-for': forwarded } : {}) });
    expect(clientAddress(headers)).toBe(address);
  });
});

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
    'Edge on Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
    'Safari on iPhone',
  ],
  [
    'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
    'Chrome on Android',
  ],
  ['curl/8.5.0', 'curl'],
  [null, 'A device that does not say what it is'],
])('%s is shown as %s', (userAgent, words) => {
  expect(deviceWords(userAgent)).toBe(words);
});
