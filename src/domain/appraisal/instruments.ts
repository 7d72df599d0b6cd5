import type { MethodKind } from '../method';
import aacods from './instruments/aacods-1.json';
import counts from './instruments/counts-1.json';
import gather from './instruments/gather-1.json';
import hoy from './instruments/hoy-1.json';
import jbi from './instruments/jbi-prevalence-1.json';
import stated from './instruments/stated-1.json';
import { Instrument } from './instrument';
import type { SubjectKind } from './scales';

/** Every version of every instrument; of one id the current one comes first. A version that was used is never taken out. */
export const INSTRUMENTS: readonly Instrument[] = [aacods, jbi, hoy, gather, counts, stated].map((file) =>
  Instrument.parse(file),
);

/** The instrument of this id, in this version or in the current one; null when there is none. */
export function findInstrument(id: string, version?: string): Instrument | null {
  return INSTRUMENTS.find((known) => known.id === id && (version === undefined || known.version === version)) ?? null;
}

/** @throws Error for an instrument that was used and is no longer there */
export function instrumentOf(id: string, version: string): Instrument {
  const found = findInstrument(id, version);
  if (found === null) throw new Error(`there is no instrument ${id} of version ${version}`);
  return found;
}

/** The instruments that a source, or a claim of this method kind, may be read after: the usual one first. */
export function instrumentsFor(kind: SubjectKind, methodKind: MethodKind | null): readonly Instrument[] {
  const fitting = INSTRUMENTS.filter(
    (known) => known.subject === kind && (kind === 'source' || known.methodKinds.includes(methodKind ?? 'not-stated')),
  );
  return fitting.sort((a, b) => Number(a.alternative) - Number(b.alternative));
}
