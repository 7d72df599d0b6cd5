import { takeImport } from '@/app/api/taken-import';
import { deskRoute, seeOther } from '@/http/desk-route';

export const dynamic = 'force-dynamic';

/** Takes a file in. It is read, checked and compared after this has been answered; the import's page shows how far it is. */
export const POST = deskRoute('import.run', async (request, actor) => {
  const taken = await takeImport(actor, request);
  return seeOther(taken.ok ? `/desk/import/${taken.id}` : `/desk/import?problem=${taken.problem}`);
});
