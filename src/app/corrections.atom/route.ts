import { listCorrections } from '@/features/history/correction-data';
import { getChainHead } from '@/features/history/data';
import { correctionsAtom } from '@/formats/corrections-atom';
import { feedRoute } from '@/http/route';
import { publicUrl } from '@/lib/env';

/** More than anybody misses between two looks. */
const ENTRIES = 50;

export const GET = feedRoute(async () => {
  const [{ corrections }, head] = await Promise.all([
    listCorrections({ kind: [] }, { limit: ENTRIES }),
    getChainHead(),
  ]);
  return { body: correctionsAtom(corrections, head, publicUrl()), contentType: 'application/atom+xml; charset=utf-8' };
});
