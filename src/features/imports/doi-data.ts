import 'server-only';
import { cslRow } from '../../domain/imports/csl-row';
import { bareDoi, type ImportRow } from '../../domain/imports/row';
import { type Actor, permit } from '../../domain/permission';
import { type DoiService, fetchDoi } from '../../lib/doi-lookup';
import { readEnv } from '../../lib/env';

export type DoiSource = { ok: true; doi: string; row: ImportRow } | { ok: false; problem: string };

/**
 * The record that a register of DOIs keeps of a work, as the content of a source's draft; `row.record` is null when the
 * register's record lacks what a source needs. @throws {Denied}
 */
export async function lookUpDoi(
  actor: Actor | null,
  text: string,
  services?: readonly DoiService[],
): Promise<DoiSource> {
  permit(actor, 'import.run');
  const doi = bareDoi(text);
  if (doi === null)
    return { ok: false, problem: 'This is no DOI: one looks like 10.1000/182, and its address ends with it.' };
  const found = await fetchDoi(doi, { contact: readEnv().CONTACT_EMAIL, ...(services && { services }) });
  if (!found.ok) return found;
  return {
    ok: true,
    doi,
    row: cslRow({ DOI: doi, ...Object(found.item) }, 1, `the record that ${found.service} keeps of its DOI`),
  };
}
