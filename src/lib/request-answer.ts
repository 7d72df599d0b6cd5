import { headers } from 'next/headers';

/**
 * What an action answers to the page that is drawn after it in the same request: the way in which a form is answered with
 * a page and without scripts, and nothing of it is left when the page is sent. Next gives both the same headers object. On
 * globalThis because it bundles the two apart.
 */
const holder = globalThis as unknown as { plumblineAnswers?: WeakMap<object, unknown> };

export async function answerRequest(answer: unknown): Promise<void> {
  holder.plumblineAnswers ??= new WeakMap();
  holder.plumblineAnswers.set(await headers(), answer);
}

/** The answer to this request; undefined where no action gave one. */
export async function answerOfRequest(): Promise<unknown> {
  return holder.plumblineAnswers?.get(await headers());
}
