import type { Metadata } from 'next';
import { DoiForm } from '@/features/imports/components/doi-form';
import { ImportList } from '@/features/imports/components/import-list';
import { UploadForm } from '@/features/imports/components/upload-form';
import { loadImports } from '@/features/imports/loaders';
import type { RawParameters } from '@/lib/parameters';

export const metadata: Metadata = { title: 'Import' };

export default async function ImportsPage({ searchParams }: { searchParams: Promise<RawParameters> }) {
  const imports = await loadImports();
  const { problem } = await searchParams;
  return (
    <div>
      <h1>Import</h1>
      <p className="lead">
        A file becomes drafts, never public records: each goes through the same review as what is typed. First you see
        every row, what is wrong with it and what is here already.
      </p>
      <h2>A file</h2>
      <p className="meta">
        Empty templates: <a href="/desk/import/template-sources.csv">sources (CSV)</a>,{' '}
        <a href="/desk/import/template-claims.csv">claims (CSV)</a>. From Zotero, export CSL JSON or RIS.
      </p>
      <UploadForm problem={typeof problem === 'string' ? problem : undefined} />
      <h2>Look up a DOI</h2>
      <DoiForm />
      <h2>Imports so far</h2>
      <ImportList imports={imports} />
    </div>
  );
}
