import type { Metadata } from 'next';
import { loadGuides } from '@/features/guides/loaders';

export const metadata: Metadata = {
  title: 'Errors of the API',
  description: 'Every kind of error that the API answers with: what it means and what to do.',
};

export default async function ErrorGuidesPage() {
  const guides = await loadGuides('errors');
  return (
    <div className="prose">
      <h1>Errors of the API</h1>
      <p>
        Every error is a problem document (RFC 9457, <code>application/problem+json</code>). Its <code>code</code> never
        changes its meaning; its <code>type</code> is the address of the page here that explains it.
      </p>
      <ul>
        {guides.map(({ code, title }) => (
          <li key={code}>
            <a href={`/docs/errors/${code}`}>{title}</a> <code>{code}</code>
          </li>
        ))}
      </ul>
      <p>
        <a href="/docs/api">Documentation of the API</a>
      </p>
    </div>
  );
}
