import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { TextCheck } from '../features/text-checks/schema';
import { Failure } from './failure';
import { readUrl } from '../lib/read-url';

// A text checked by a server of somebody else, over its API.

const PATIENCE_MS = 120_000;
/** Seconds that are waited at most when a server asks for it. */
const WAIT_MAX = 120;
const TRIES = 5;

/** Nobody answers at this address. */
export class ServerAway extends Failure {}

const Answer = z.object({ data: TextCheck });
const Problem = z.object({ title: z.string().optional(), detail: z.string().optional() });

/** The address of a server as it is typed, without a slash at its end. */
export function serverAddress(typed: string): string {
  const address = readUrl(typed);
  if (address === null || !/^https?:$/.test(address.protocol) || address.username !== '') {
    throw new Failure(`--server takes the address of a site, such as https://plumbline.example: “${typed}” is none.`);
  }
  return `${address.origin}${address.pathname}`.replace(/\/+$/, '');
}

/**
 * Asks a server. Strangers may ask only so often: who is told to wait waits, and asks again.
 *
 * @param say told what is waited for
 */
export async function askServer(
  server: string,
  text: string,
  { all, say }: { all: boolean; say: (what: string) => void },
): Promise<TextCheck> {
  for (let attempt = 1; ; attempt += 1) {
    const response = await post(`${server}/api/v1/check-text${all ? '?all=true' : ''}`, text, server);
    const wait = response.status === 429 ? Number(response.headers.get('retry-after') ?? Number.NaN) : Number.NaN;
    if (Number.isFinite(wait) && wait <= WAIT_MAX && attempt < TRIES) {
      say(`${server} asks to wait ${wait} s`);
      await response.body?.cancel();
      await delay(wait * 1000);
      continue;
    }
    return readAnswer(response, server);
  }
}

async function post(address: string, text: string, server: string): Promise<Response> {
  // In the environment, and not among the arguments, where everybody on the machine could read it.
  const key = process.env.PLUMBLINE_KEY ?? '';
  try {
    return await fetch(address, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(key === '' ? {} : { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({ text }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  } catch (error) {
    throw new ServerAway(`${server} cannot be reached: ${reasonOf(error)}.`);
  }
}

function reasonOf(error: unknown): string {
  const { name, message, cause } = error as Error;
  if (name === 'TimeoutError') return `it did not answer within ${PATIENCE_MS / 1000} seconds`;
  return cause instanceof Error && cause.message !== '' ? cause.message : message;
}

async function readAnswer(response: Response, server: string): Promise<TextCheck> {
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) {
    const { title, detail } = Problem.catch({}).parse(body);
    throw new Failure(
      `${server} refused the text (${response.status}): ${detail ?? title ?? 'it does not say why'}`.replace(
        /[^.!?]$/,
        '$&.',
      ),
    );
  }
  const answer = Answer.safeParse(body);
  if (!answer.success) {
    throw new Failure(`${server} answered with something that is no check of a text: is it a Plumbline that has one?`);
  }
  return answer.data.data;
}
