import { request } from './server';

// Forms as a browser without scripts sends them: everything that the page put into the form, and what was typed.

export type Sent = { status: number; location: string | null; cookies: string[]; text: string; headers: Headers };

/** What a browser of ours says of itself when one of our pages sends a form. */
export function ownOrigin(): Record<string, string> {
  return { Origin: new URL(process.env.TEST_SERVER_URL ?? '').origin, 'Sec-Fetch-Site': 'same-origin' };
}

/** The hidden fields of the first form of a page that has this text in it. */
export async function hiddenFields(path: string, has: string, cookie = ''): Promise<[string, string][]> {
  const html = await (await request(path, { headers: { cookie } })).text();
  const form = html
    .split('<form')
    .find((part) => part.includes('$ACTION') && (part.split('</form>')[0] ?? '').includes(has));
  if (form === undefined) throw new Error(`${path} has no form with "${has}"`);
  const inputs = (form.split('</form>')[0] ?? '').match(/<input[^>]*type="hidden"[^>]*>/g) ?? [];
  return inputs.flatMap((input): [string, string][] => {
    const name = /\bname="([^"]*)"/.exec(input)?.[1];
    return name === undefined ? [] : [[name, unescapeHtml(/\bvalue="([^"]*)"/.exec(input)?.[1] ?? '')]];
  });
}

export async function sendForm(
  path: string,
  fields: readonly (readonly [string, string])[],
  headers: Record<string, string>,
): Promise<Sent> {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  const response = await request(path, { method: 'POST', body, headers });
  return {
    status: response.status,
    location: response.headers.get('location'),
    cookies: response.headers.getSetCookie(),
    text: await response.text(),
    headers: response.headers,
  };
}

function unescapeHtml(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
