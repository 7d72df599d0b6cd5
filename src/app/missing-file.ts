import { survivorOf } from '@/features/documents/merged-data';
import { addressOf, addressOfList, Moved } from '@/http/moved';
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

/**
 * For a list of ids of which some were merged: leads to the same list of what they were merged into.
 *
 * @param name of the parameter that holds the list
 * @throws {Moved}
 */
export function leadToSurvivors(
  request: Request,
  name: string,
  ids: readonly string[],
  moved: readonly { from: string; into: string }[],
): void {
  if (moved.length === 0) return;
  const into = new Map(moved.map((each) => [each.from, each.into]));
  throw new Moved(
    addressOfList(
      request,
      name,
      ids.map((id) => into.get(id) ?? id),
    ),
  );
}
