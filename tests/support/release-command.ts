import { randomUUID } from 'node:crypto';
import { closePool } from '../../src/db/pool';
import type { Actor } from '../../src/domain/permission';
import { getRecord } from '../../src/features/documents/data';
import { listInGallery } from '../../src/features/fact-sheets/mutations';
import { changeStanding } from '../../src/features/records/mutations';
import { EDITOR, SENIOR } from './actors';
import { makeSheet, releaseSheet, sheetOf } from './fact-sheets';
import { newClaim, newSource, republish } from './making-records';

// Run by tests/support/release-steps.ts in a process of its own, against the database of the server under test: what an
// advocate and an editor do, by the writes that the site itself uses.

const [, , what = '', argument = '{}'] = process.argv;
const given = JSON.parse(argument) as { owner?: Actor; title?: string; listed?: boolean; claim?: string };

async function version(claim: string): Promise<number> {
  return (await getRecord('claim', Number(claim.slice(1))))?.version ?? 0;
}

async function release() {
  const { owner, title = 'A sheet of a test', listed = false } = given;
  if (owner === undefined) throw new Error('a release needs an owner');
  const claim = await newClaim(await newSource());
  const sheet = await makeSheet(owner, sheetOf([claim, 'C1'], { title, audience: 'Whoever tests it' }));
  const html = `<!doctype html><html lang="en"><title>A test</title><p>${randomUUID()}</p></html>`;
  const id = await releaseSheet(owner, sheet, new Map([['html', Buffer.from(html)]]));
  if (listed) await listInGallery(owner, { id: sheet, isListed: true });
  return { id, claim, sheet };
}

async function supersede(claim: string) {
  const successor = await newClaim(await newSource());
  const relations = [{ kind: 'supersedes', to: claim.toLowerCase(), note: null }];
  await republish(successor, (content) => ({ ...content, relations }));
  return { successor };
}

/** A claim of its own, which no other test knows. */
const makeClaim = async () => ({ claim: await newClaim(await newSource()) });

const { claim = '' } = given;
const done =
  what === 'release'
    ? await release()
    : what === 'claim'
      ? await makeClaim()
      : what === 'supersede'
        ? await supersede(claim)
        : what === 'dispute'
          ? await changeStanding(EDITOR, claim, await version(claim), 'disputed', 'The sample is contested.')
          : await changeStanding(SENIOR, claim, await version(claim), 'stands', 'It was looked at again.');
console.log(JSON.stringify(done));
await closePool();
