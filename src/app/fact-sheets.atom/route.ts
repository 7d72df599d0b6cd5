import { listGallery } from '@/features/releases/gallery-data';
import { releasesAtom } from '@/formats/releases-atom';
import { feedRoute } from '@/http/route';
import { publicUrl } from '@/lib/env';

export const dynamic = 'force-dynamic';

/** More than anybody misses between two looks. */
const ENTRIES = 50;

export const GET = feedRoute(async () => {
  const { releases } = await listGallery({ limit: ENTRIES });
  return { body: releasesAtom(releases, publicUrl()), contentType: 'application/atom+xml; charset=utf-8' };
});
