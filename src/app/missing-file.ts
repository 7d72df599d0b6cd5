import { survivorOf } from '@/features/documents/merged-data';
import { addressOf, Moved } from '@/http/moved';
import { ApiProblem } from '@/http/problem';

/**
 * For a record that is not there: leads to the one that it was merged into, for ever, or says that nothing has its id.
 *
 * @throws {Moved} @throws {ApiProblem}
 */
export async function missingRecord(request: Request, id: string, detail: string): Promise<never> {
  const survivor = await survivorOf(id);
  if (survivor !== null) throw new Moved(addressOf(request, survivor));
  throw new ApiProblem('not-found', detail);
}
