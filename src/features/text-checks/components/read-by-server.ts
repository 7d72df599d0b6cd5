/** How far a file is: on its way, then page by page. */
export type Reading = { step: 'sending'; share: number } | { step: 'page'; pagesRead: number; pages: number };

/** `pages`: where they begin, as the form sends it along; empty where there are none. */
type ReadFile = { ok: true; text: string; pages: string } | { ok: false; problem: string };

const BROKEN = 'The connection broke off before the file was read. Try again.';

/** Has the server read a file, and tells how far it is. It never rejects. */
export function readByServer(file: File, tell: (reading: Reading) => void): Promise<ReadFile> {
  return new Promise((done) => {
    // Not fetch, which does not say how much it has sent.
    const request = new XMLHttpRequest();
    let last: ReadFile = { ok: false, problem: BROKEN };
    let seen = 0;
    const readLines = () => {
      const whole = request.responseText.lastIndexOf('\n') + 1;
      for (const line of request.responseText.slice(seen, whole).split('\n')) {
        if (line !== '') last = readLine(line, tell) ?? last;
      }
      seen = whole;
    };
    request.upload.onprogress = ({ loaded, total }) =>
      tell({ step: 'sending', share: total === 0 ? 1 : loaded / total });
    request.upload.onload = () => tell({ step: 'sending', share: 1 });
    request.onprogress = readLines;
    request.onloadend = () => {
      if (request.status === 200) readLines();
      done(last);
    };
    request.open('POST', '/check/read');
    const form = new FormData();
    form.set('file', file);
    request.send(form);
  });
}

type Line = { pagesRead: number; pages: number } | { text: string; pages: string } | { problem: string };

/** What came of it, where the line says that; else it says how far it is. */
function readLine(line: string, tell: (reading: Reading) => void): ReadFile | null {
  const said = JSON.parse(line) as Line;
  if ('text' in said) return { ok: true, text: said.text, pages: said.pages };
  if ('problem' in said) return { ok: false, problem: said.problem };
  tell({ step: 'page', ...said });
  return null;
}
