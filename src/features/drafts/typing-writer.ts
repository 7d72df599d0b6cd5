import 'server-only';
import { z } from 'zod';
import { plainText } from '../../domain/fields/form-values';
import { type Actor, permit } from '../../domain/permission';
import { query, queryOne, sql } from '../../db/sql';
import type { DropForm, SentForm } from './schema';

// What is typed and not saved stands beside the draft, for each person and form its own: it makes no version and no event,
// and what others save or type meanwhile does not touch it.

const INPUTS_MAX = 400;

/**
 * Keeps what is being typed in a form until it is saved. `behind`: it is kept, and somebody else has saved the draft since
 * the form was opened; whoever saves will see both.
 */
export async function keepTyped(
  actor: Actor | null,
  sent: SentForm,
  form: FormData,
): Promise<'kept' | 'behind' | 'gone'> {
  permit(actor, 'draft.write');
  const kept = await queryOne(
    z.object({ version: z.number().int() }),
    sql`with open as (
        select id, version from drafts where id = ${Number(sent.draft.slice(1))} and state in ('draft', 'in-review')
      ), kept as (
        insert into autosaves (draft_id, person_id, form, member, inputs)
        select id, ${actor.id}::text, ${sent.form}::text, ${sent.member}::text, ${JSON.stringify(inputsOf(form))}::jsonb from open
        on conflict (draft_id, person_id, form, member) do update set inputs = excluded.inputs, at = now()
      )
      select version from open`,
  );
  if (kept === null) return 'gone';
  return kept.version === sent.version ? 'kept' : 'behind';
}

/** The texts of a form, without what the framework adds to find its action again. */
function inputsOf(form: FormData): Record<string, string[]> {
  const names = [...new Set(form.keys())].filter((name) => /^[a-zA-Z][\w.:-]{0,99}$/.test(name)).slice(0, INPUTS_MAX);
  return Object.fromEntries(names.map((name) => [name, form.getAll(name).map(plainText)]));
}

/** Gives up what this person typed in a form. */
export async function dropTyped(actor: Actor | null, { draft, form, member }: DropForm): Promise<void> {
  permit(actor, 'draft.write');
  await query(
    z.unknown(),
    sql`delete from autosaves where draft_id = ${Number(draft.slice(1))} and person_id = ${actor.id}
      and form = ${form} and member = ${member}`,
  );
}
