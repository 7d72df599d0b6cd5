import { plainPage } from './plain-page';

/** What somebody sees who sent more than any record holds. */
export function tooLargePage(): string {
  return plainPage({
    title: 'Too much text',
    body: `<h1>That was too much text</h1>
<p>What was sent is larger than any record. A field takes 20,000 characters. Nothing was changed.</p>
<p>Go back: the browser still has what you wrote. Shorten it and save again.</p>`,
  });
}
