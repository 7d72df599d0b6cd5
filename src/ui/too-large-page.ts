import { plainPage } from '../lib/plain-page';

/** What somebody sees who sent more than any record holds. */
export function tooLargePage(): string {
  return plainPage({
    title: 'Too much text',
    body: `<h1>That was too much text</h1>
<p>What was sent is larger than any record. A field takes 20,000 characters. Nothing was changed.</p>
<p>Go back: the browser still has what you wrote. Shorten it and save again.</p>`,
  });
}

/** What somebody sees who sent a document that is larger than any that is read, and no script of ours had told them. */
export function tooLargeDocumentPage(): string {
  return plainPage({
    title: 'The file is too large',
    body: `<h1>The file is too large</h1>
<p>Files of up to 10 MB are read. Nothing of yours was.</p>
<p>Divide it, leave out its pictures, or paste its text instead: <a href="/check">check a text</a>.</p>`,
  });
}
