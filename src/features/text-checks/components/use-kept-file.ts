import { useState } from 'react';

type Said = { text: string; isProblem: boolean };

const BROKEN: Said = {
  text: 'The connection broke off before the file was made. The findings are still here: try again.',
  isProblem: true,
};
/** Until the browser has taken the file over. */
const HANDED_OVER_MS = 60_000;

/** Has the server make a file of the findings and hands it to the browser, or says why there is none. */
export function useKeptFile() {
  const [said, setSaid] = useState<Said | null>(null);
  const [isMaking, setMaking] = useState(false);
  async function keep(form: HTMLFormElement, button: HTMLButtonElement) {
    if (isMaking) return;
    setMaking(true);
    setSaid({ text: `Making the file (${button.textContent}) …`, isProblem: false });
    setSaid(await fetchFile(form, button.formAction).catch(() => BROKEN));
    setMaking(false);
  }
  return { said, isMaking, keep };
}

async function fetchFile(form: HTMLFormElement, address: string): Promise<Said> {
  const response = await fetch(address, { method: 'POST', body: new FormData(form) });
  if (!response.ok) return { text: (await response.text()).trim(), isProblem: true };
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'text-checked';
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), HANDED_OVER_MS);
  return { text: `Made: ${name}`, isProblem: false };
}
