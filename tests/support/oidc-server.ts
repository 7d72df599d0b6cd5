import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Who the provider says signs in. */
export type ProviderPerson = {
  sub: string;
  email: string;
  email_verified: boolean;
  name: string;
  /** How it was made sure who they are, in whatever form a provider may write it. */
  amr?: unknown;
  acr?: unknown;
};

export type OidcServer = { issuer: string; clientId: string; secret: string; stop(): Promise<void> };

type Granted = { person: ProviderPerson; challenge: string; nonce: string | null; redirect: string };

/**
 * A small OpenID provider on this machine: discovery, authorisation, tokens and keys (OpenID Connect Core 1.0, with
 * PKCE by RFC 7636). It asks nobody anything: whoever comes is the person that `who` gives.
 */
export async function startOidcServer(who: () => ProviderPerson): Promise<OidcServer> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const [clientId, secret] = ['plumbline-test', randomBytes(16).toString('hex')];
  const granted = new Map<string, Granted>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', issuer());
    const json = (body: unknown, status = 200) =>
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    if (url.pathname === '/.well-known/openid-configuration') return json(discovery(issuer()));
    if (url.pathname === '/keys')
      return json({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: '1', alg: 'RS256', use: 'sig' }] });
    if (url.pathname === '/authorise') {
      const code = randomBytes(12).toString('hex');
      const asked = Object.fromEntries(url.searchParams);
      if (asked.code_challenge_method !== 'S256' || asked.client_id !== clientId)
        return json({ error: 'invalid_request' }, 400);
      const redirect = asked.redirect_uri ?? '';
      granted.set(code, { person: who(), challenge: asked.code_challenge ?? '', nonce: asked.nonce ?? null, redirect });
      return response
        .writeHead(302, { Location: `${redirect}?code=${code}&state=${encodeURIComponent(asked.state ?? '')}` })
        .end();
    }
    if (url.pathname === '/token') {
      return void form(request).then((sent) => {
        const grant = granted.get(sent.code ?? '');
        granted.delete(sent.code ?? '');
        const verifier = createHash('sha256')
          .update(sent.code_verifier ?? '')
          .digest('base64url');
        const knows = sent.client_secret === secret || request.headers.authorization !== undefined;
        if (grant === undefined || verifier !== grant.challenge || !knows || sent.redirect_uri !== grant.redirect)
          return json({ error: 'invalid_grant' }, 400);
        const now = Math.floor(Date.now() / 1000);
        const claims = { iss: issuer(), aud: clientId, iat: now, exp: now + 300, nonce: grant.nonce, ...grant.person };
        return json({
          access_token: randomBytes(12).toString('hex'),
          token_type: 'Bearer',
          expires_in: 300,
          id_token: token(claims),
        });
      });
    }
    return json({ error: 'not_found' }, 404);
  });
  const token = (claims: object) => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const text = `${part({ alg: 'RS256', kid: '1', typ: 'JWT' })}.${part(claims)}`;
    return `${text}.${sign('RSA-SHA256', Buffer.from(text), privateKey).toString('base64url')}`;
  };
  const issuer = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    issuer: issuer(),
    clientId,
    secret,
    stop: () => new Promise((done) => server.close(() => done())),
  };
}

function discovery(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorise`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
  };
}

async function form(request: IncomingMessage): Promise<Record<string, string>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Object.fromEntries(new URLSearchParams(Buffer.concat(parts).toString()));
}
