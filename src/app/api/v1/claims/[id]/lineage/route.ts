import { getArithmetic } from '@/features/arithmetic/data';
import { getHomonyms } from '@/features/homonyms/data';
import { getLineage } from '@/features/lineage/data';
import { lineageProv } from '@/formats/lineage-prov';
import { jsonRoute, requireParameters } from '@/http/route';
import { publicUrl } from '@/lib/env';
import { missingRecord } from '../../../../../missing-file';
import { LineageParameters } from '../../../operations';

export const GET = jsonRoute(async (request, { id = '' }) => {
  const { format } = requireParameters(request, LineageParameters);
  const lineage = await getLineage(id);
  if (lineage === null) return missingRecord(request, id, 'No claim has this id. Search with /api/v1/claims?q=…');
  if (format === 'prov') return lineageProv(lineage, publicUrl());
  const [arithmetic, homonyms] = await Promise.all([getArithmetic(id), getHomonyms(id)]);
  return { data: { ...lineage, arithmetic, homonyms } };
});

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
  OPTIONS,
} from '@/http/route';
