// Said of countries and organisations: what they did, and which of the two they are.

import type { CheckedClaim } from '../checks/subject';
import type { TextDistortion } from './distortion';
import type { Mention } from './mention';

/** What states do about a treaty or a congress. Who ratifies need not have changed a law, and who attends need not sign. */
const STATE_ACTS: readonly (readonly [string, RegExp])[] = [
  [
    'laws',
    /\b(?:(?:pass|enact|adopt|introduc)\w* (?:\p{L}+ )?(?:laws?|legislation)|(?:their|national|own) (?:laws?|legislation)\b[^.;]{0,30}\b(?:conform|line|compl|accord))/iu,
  ],
  ['signed', /\bsign(?:ed|ing|atories|ature)\b/i],
];

/** Ratified told as put into law, attended as signed. */
export function otherStateAct(
  { clause }: Mention,
  { statement, definition, population }: CheckedClaim,
): TextDistortion[] {
  if (population.group !== 'states-and-organisations') return [];
  const own = `${statement} ${definition ?? ''} ${population.description}`;
  const said = STATE_ACTS.find(([, pattern]) => pattern.test(clause) && !pattern.test(own));
  // "45 ratified, while three had only signed": the sentence says both.
  if (said === undefined || /\bratif/i.test(clause)) return [];
  return [{ kind: 'definition-changed', label: `something else → ${said[0]}` }];
}

const COUNTRIES = /\b(?:countr(?:y|ies)|states?|governments?|nations?|parties)\b/i;
const ORGANISATIONS = /\b(?:organi[sz]ations?|groups?|ngos?|members?|charities|companies|associations)\b/i;

/** Countries told for the organisations in them, and the reverse. */
export function otherMembers(
  { sentence, figure }: Mention,
  { figure: own, population }: CheckedClaim,
): TextDistortion[] {
  if (population.group !== 'states-and-organisations' || own.kind !== 'count') return [];
  const next = /^(?:\s+\p{L}[\p{L}-]*){1,3}/u.exec(sentence.slice(figure.end))?.[0] ?? '';
  const [isCountry, isOrganisation] = [COUNTRIES.test(next), ORGANISATIONS.test(next)];
  const [wasCountry, wasOrganisation] = [COUNTRIES.test(own.unit), ORGANISATIONS.test(own.unit)];
  if (isCountry === isOrganisation || wasCountry === wasOrganisation || isCountry === wasCountry) return [];
  return [{ kind: 'unit-changed', label: `${own.unit} → ${isCountry ? 'countries' : 'organisations'}` }];
}
