import type { Metadata } from 'next';
import { loadSource } from '@/features/sources/loaders';
import { publicUrl } from '@/lib/env';

/** Title, description and canonical address of a source's page. */
export async function sourceMetadata(id: string): Promise<Metadata> {
  const source = await loadSource(id);
  if (source === null) return { title: 'Source not found' };
  return {
    title: `${source.shortName}: ${source.title}`,
    description: source.says ?? `What ${source.shortName} states, what it draws on, and how reliable it is.`,
    alternates: { canonical: `${publicUrl()}/sources/${source.id}/${source.slug}` },
  };
}
