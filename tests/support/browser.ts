// A browser without pages: the cookies that Next would set, and actions called as a form of ours calls them. A test file
// puts it in Next's place:
//   vi.mock('next/headers', async () => (await import('../support/browser')).nextHeaders);
// and likewise 'next/headers.js' (for better-auth), 'next/navigation' and 'next/server'.

/** The cookies of the browser, decoded. */
export const jar = new Map<string, string>();

/** What the browser says of itself: that a page of ours sends the form, and from where. */
export const OWN = {
  origin: 'http://localhost:3000',
  'sec-fetch-site': 'same-origin',
  'x-plumbline-peer': '203.0.113.1',
};

let says: Readonly<Record<string, string>> = OWN;

/** From now on the browser says this of itself. */
export function saying(headers: Readonly<Record<string, string>>): void {
  says = headers;
}

/** The headers of a request: what the browser says, and its cookies. */
export function sent(): Headers {
  const cookie = [...jar].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; ');
  return new Headers({ ...says, cookie });
}

export const nextHeaders = {
  headers: async () => sent(),
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined),
    set: (name: string, value: string, options?: { maxAge?: number }) =>
      options?.maxAge === 0 || value === '' ? jar.delete(name) : jar.set(name, value),
  }),
};

class Led extends Error {
  constructor(readonly to: string) {
    super(`led to ${to}`);
  }
}

export const nextNavigation = {
  redirect: (to: string) => {
    throw new Led(to);
  },
};

let afterwards: (() => unknown)[] = [];
export const nextServer = { after: (work: () => unknown) => void afterwards.push(work) };

type Fields = Readonly<Record<string, string | readonly string[]>>;
type Action<State> = (before: State, form: FormData) => Promise<State>;

export function formOf(fields: Fields): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const one of typeof value === 'string' ? [value] : value) form.append(name, one);
  return form;
}

/** Sends a form, and waits for what happens after its answer. @returns where it leads, or what it says */
export async function send<State>(
  action: Action<State>,
  fields: Fields,
  before: State = null as State,
): Promise<{ to: string; state: null } | { to: null; state: State }> {
  afterwards = [];
  try {
    return { to: null, state: await action(before, formOf(fields)) };
  } catch (error) {
    if (error instanceof Led) return { to: error.to, state: null };
    throw error;
  } finally {
    for (const work of afterwards) await work();
  }
}

/** The same for a form that says nothing, and only leads somewhere. */
export async function press(action: (form: FormData) => Promise<void>, fields: Fields = {}): Promise<string | null> {
  return (await send<void>(async (_before, form) => action(form), fields)).to;
}
