import type { Metadata } from 'next';
import { ApiReference } from '@/features/api-guide/components/api-reference';
import { loadGuides } from '@/features/guides/loaders';
import { apiDocument } from '../../api/v1/document';

export const metadata: Metadata = {
  title: 'API',
  description:
    'How programs read claims, sources, topics and terminology, and make drafts with a key: addresses, answers, errors.',
};

// The examples name the address this site is reached at, which is known only where it runs.
export const dynamic = 'force-dynamic';

export default async function ApiPage() {
  return (
    <div className="prose">
      <h1>API</h1>
      <ApiReference document={apiDocument()}>
        <Conventions />
        <Errors />
      </ApiReference>
    </div>
  );
}

function Conventions() {
  return (
    <section>
      <h2 id="conventions">What holds everywhere</h2>
      <ul>
        <li>
          Answers are JSON. One thing is <code>{'{ "data": {…} }'}</code>, a list is{' '}
          <code>{'{ "data": […], "page": { "next": … } }'}</code>.
        </li>
        <li>
          For the next page of a list, send <code>page.next</code> as <code>cursor</code> with the same filters and
          order. On the last page it is <code>null</code>.
        </li>
        <li>
          What nobody has established is <code>null</code>. It is never left out, and never guessed.
        </li>
        <li>Percentages are on the scale 0–100; dates are ISO 8601, and known to the year, the month or the day.</li>
        <li>
          A filter may be given several times (<code>topic=online&amp;topic=trafficking</code>) or with commas. A
          parameter that is not known is an error, so that a spelling mistake is not taken for a filter.
        </li>
        <li>
          Send the <code>ETag</code> of an answer back in <code>If-None-Match</code>: what has not changed is answered
          with 304 and no body. An answer may come from a cache and be twenty seconds old.
        </li>
        <li>Pages on any other site may read the API from a browser (CORS); they cannot write.</li>
        <li>
          What writes takes a key (<code>Authorization: Bearer plb_…</code>), never the cookie of somebody who is signed
          in. Nothing that a key makes is public before a senior editor has published it at the desk.
        </li>
      </ul>
    </section>
  );
}

async function Errors() {
  const guides = await loadGuides('errors');
  return (
    <section>
      <h2 id="errors">Errors</h2>
      <p>
        Every error is a problem document (RFC 9457) with a <code>code</code>, the <code>requestId</code> by which the
        people who run this site find it in their log and, for status 400 and 422, <code>errors</code> naming each
        parameter or field at fault. Each kind has a page that says what to do:
      </p>
      <ul>
        {guides.map(({ code, title }) => (
          <li key={code}>
            <a href={`/docs/errors/${code}`}>{title}</a> <code>{code}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}
