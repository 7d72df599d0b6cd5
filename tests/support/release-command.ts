import { randomUUID } from 'node:crypto';
import { closePool } from '../../src/db/pool';
import type { Sheet } from '../../src/domain/fact-sheet/sheet';
import type { Actor } from '../../src/domain/permission';
import { getRecord } from '../../src/features/documents/data';
import { listInGallery } from '../../src/features/fact-sheets/mutations';
import { changeStanding, mergeRecords } from '../../src/features/records/mutations';
import { EDITOR, SENIOR } from './actors';
import { makeSheet, releaseSheet, sheetOf } from './fact-sheets';
import { newClaim, newSource, republish } from './making-records';

// Run by tests/support/release-steps.ts in a process of its own, against the database of the server under test: what an
// advocate and an editor do, by the writes that the site itself uses.

const [, , what = '', argument = '{}'] = process.argv;
type Given = { owner?: Actor; title?: string; listed?: boolean; claim?: string; into?: string; content?: Sheet };
const given = JSON.parse(argument) as Given;

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

async function sheet() {
  const { owner, content } = given;
  if (owner === undefined || content === undefined) throw new Error('a sheet needs an owner and what stands in it');
  return { id: await makeSheet(owner, content) };
}

const { claim = '', into = '' } = given;
const COMMANDS: Readonly<Record<string, () => Promise<object>>> = {
  release,
  sheet,
  claim: async () => ({ id: await newClaim(await newSource()) }),
  supersede: () => supersede(claim),
  dispute: async () => changeStanding(EDITOR, claim, await version(claim), 'disputed', 'The sample is contested.'),
  retract: async () => changeStanding(SENIOR, claim, await version(claim), 'retracted', 'It was made up.'),
  merge: () => mergeRecords(SENIOR, claim, into, 'Both are one figure.'),
};
const done = await COMMANDS[what]?.();
if (done === undefined) throw new Error(`no command is called ${what}`);
console.log(JSON.stringify(done));
await closePool();
