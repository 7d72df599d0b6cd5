import type { NameFinder } from './names';

// To whom a sentence credits a figure: who says it, and whose report it is.

/** Part of a text, in UTF-16 units. */
type Span = { start: number; end: number };

type Spoken = { text: string; bodies: ReturnType<NameFinder> };

const CREDIT_BEFORE =
  /(?:\b(?:according to|by|from|data (?:from|of)|figures (?:from|of)|estimates? (?:from|of|by)|research (?:from|by)|cited by|quoting|citing|source:?|report(?:s|ed)? (?:by|from|of)|published by|released by|survey (?:by|of)|study (?:by|of)|says|said|for)\s+(?:the\s+|a\s+)?(?:\p{L}+[’']s\s+)?(?:\p{L}+\s+){0,2}|[(—–]\s*(?:source:?\s*)?)$/iu;
const CREDIT_AFTER =
  /^(?:\s+(?:figures|data|statistics|estimates|numbers|research)\b|[’']s?\s+(?:[\p{L}\d-]+\s+){0,4}(?:estimates?|figures?|data|reports?|survey|study|review|statistics|research|findings?|projection|range|tally|total|numbers?|analysis|index|count|assessment|scan|poll|tip ?line|hot ?line|helpline|network|system|analysts|experts|researchers|statisticians|economists|moderators|staff|team)|\s*\)?,?\s*(?:\(\d{4}\)|\d{4})?\s*(?:that |which |who )?(?:and\s+[\p{L}\s]{2,30}\s)?(?:has |have |had |now |also |once |itself |later |recently |conservatively )*(?:estimat\w+|says?|said|reports?|reported|puts?|put|finds?|found|counts?|counted|gives?|gave|calculat\w+|announc\w+|believes?|suggests?|shows?|showed|record(?:s|ed)|confirm(?:s|ed)|received|identified|assessed|processed|speaks|spoke|claims?|claimed|warns?|warned|tells?|told|revealed|states?|stated|acted|estimates|registered|logged|looked|examined|surveyed|studied|polled|asked|interviewed|projected|expects?|expected|recorded|wrote|writes|has)\b|,?\s*(?:\(?\d{4}\)?)?\s*[)\]])/iu;

const ITSELF = /\d\S*\s+(?:\p{L}+\s+)?(?:that|which)\s+(?:the\s+)?$/iu;
const SOMEBODY =
  /\b(?:declaration|document|statement|resolution|communiqué)\s+itself\b|\b(?:NGOs|charities|activists|campaigners|others|organi[sz]ations|newspapers|media|officials|researchers|some)\s+(?:had |have |has |also |then )?(?:spoke\w*|said|say|claim\w*|put|estimat\w*|report(?:ed)?|gave|give|counted|talk\w*)\b/i;

/** Whom the sentence credits the figure to; where it names nobody, whom the sentence before does. */
export function creditedIn(own: Spoken, clause: Span, before: Spoken | null): string[] {
  const credited = ({ text, bodies }: Spoken) =>
    bodies.filter(
      ({ at, end, isSpeaker }) =>
        isSpeaker &&
        (CREDIT_BEFORE.test(text.slice(Math.max(0, at - 60), at)) || CREDIT_AFTER.test(text.slice(end, end + 80))),
    );
  const inClause = ({ at }: { at: number }) => at >= clause.start && at < clause.end;
  // "The 126 that the Irish Times reported" is credited for itself alone.
  // What stands beyond a semicolon is another thing, said by somebody else.
  const [from, to] = [own.text.lastIndexOf(';', clause.start), own.text.indexOf(';', clause.end)];
  const inPart = ({ at }: { at: number }) => at > from && (to < 0 || at < to);
  const all = credited(own);
  const here = all
    .filter(inPart)
    .filter((body) => inClause(body) || !ITSELF.test(own.text.slice(Math.max(0, body.at - 30), body.at)));
  const nearest = here.filter(inClause);
  if (nearest.length > 0) return [...new Set(nearest.map(({ name }) => name))];
  // "NGOs had spoken of": somebody is named, but by no name.
  if (SOMEBODY.test(own.text.slice(clause.start, clause.end)) && clause.start > 0) return [];
  if (all.length > 0 && here.length === 0) return [];
  const found = here.length > 0 || own.bodies.length > 0 || before === null ? here : credited(before);
  return [...new Set(found.map(({ name }) => name))];
}
