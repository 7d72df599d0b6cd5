/** A register of DOIs that gives its record as CSL-JSON. */
export type DoiService = { name: string; address: (doi: string) => string };

const escaped = (doi: string) => encodeURIComponent(doi).replaceAll('%2F', '/');

const SERVICES: readonly DoiService[] = [
  {
    name: 'Crossref',
    address: (doi) =>
      `https://api.crossref.org/works/${encodeURIComponent(doi)}/transform/application/vnd.citationstyles.csl+json`,
  },
  {
    name: 'DataCite',
    address: (doi) => `https://api.datacite.org/application/vnd.citationstyles.csl+json/${escaped(doi)}`,
  },
];

export type DoiRecord = { ok: true; item: unknown; service: string } | { ok: false; problem: string };

const BYTES_MAX = 1024 * 1024;

/**
 * Asks Crossref and then DataCite for the record of a DOI. What they answer is another's text: it is limited in time and
 * size, and whoever calls reads it as they would a file.
 *
 * @param doi a bare DOI
 * @param options.contact an address that the registers can write to; without one, none is named
 */
export async function fetchDoi(
  doi: string,
  options: { contact?: string | undefined; services?: readonly DoiService[]; timeoutMs?: number } = {},
): Promise<DoiRecord> {
  const { contact, services = SERVICES, timeoutMs = 8000 } = options;
  const agent = contact === undefined ? 'Plumbline/0.1' : `Plumbline/0.1 (mailto:${contact})`;
  let problem = `No register has a record of the DOI ${doi}: look for a typing slip.`;
  for (const { name, address } of services) {
    try {
      const answer = await fetch(address(doi), {
        headers: { Accept: 'application/vnd.citationstyles.csl+json', 'User-Agent': agent },
        signal: AbortSignal.timeout(timeoutMs),
      });
      if (answer.ok) return { ok: true, item: JSON.parse(await limitedText(answer)), service: name };
      await answer.body?.cancel();
      if (answer.status !== 404)
        problem = `${name} answered with the error ${answer.status}. Try again later, or type the record in.`;
    } catch (error) {
      problem = problemOf(name, error as Error);
    }
  }
  return { ok: false, problem };
}

function problemOf(name: string, error: Error): string {
  if (error instanceof TooLarge) return `${name} sent more than a record can be. Type the record in.`;
  if (error instanceof SyntaxError) return `What ${name} sent could not be read. Type the record in.`;
  if (error.name === 'TimeoutError') return `${name} did not answer in time. Try again later, or type the record in.`;
  return `${name} cannot be reached from this server: its network may not allow it. Type the record in, or import a RIS or CSL-JSON file.`;
}

class TooLarge extends Error {}

async function limitedText(answer: Response): Promise<string> {
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  for await (const chunk of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > BYTES_MAX) throw new TooLarge();
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
