import { plainPage } from '../lib/plain-page';

/** What somebody sees whose form was not sent by a page of this site. */
export function foreignPage(): string {
  return plainPage({
    title: 'Not taken',
    body: `<h1>This form was not taken</h1>
<p>It was not sent by a page of this site, or the browser does not say where it comes from. Nothing was changed.</p>
<p><a href="">Open the page itself</a> and send the form from there.</p>`,
  });
}
