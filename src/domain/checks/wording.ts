import type { PopulationGroup } from '../claim';
import { readPrinted } from '../lineage/printed-figure';
import type { CheckedClaim, Use } from './subject';

// How a sentence speaks of a figure. Words only: what a rule concludes from them stands in the rule.

// Sheets are also written in the other languages of their labels.
const FLOW =
  /\b(?:every|each|per|a|an) (?:single )?(?:year|month|week|day|hour|minute)\b(?!\s+(?:(?:19|20)\d{2}|(?:or so |or two )?(?:earlier|later|before|after|ago)\b))|\b(?:annual|yearly|monthly|daily)(?:ly)?\b|(?<!\p{L})(?:cada (?:año|mes|día)|(?:por|al) (?:año|mes|día)|anual(?:es|mente)?|chaque (?:année|mois|jour)|par (?:an|mois|jour)|annuel(?:le)?(?:s|ment)?|jedes Jahr|jeden (?:Monat|Tag)|(?:pro|je) (?:Jahr|Monat|Tag)|jährlich|täglich|(?:كل|في) (?:سنة|عام|السنة|العام)|سنويًا|سنويا)(?!\p{L})/iu;
const PRESENT =
  /\b(?:is|are|has|have|remains?|lives?|suffers?|faces?|works?|exists?|endures?|continues?|today|currently|now)\b/i;
const PAST = /\b(?:was|were|had|did|estimated|counted|found|reported|put|gave|said|published)\b/i;
const YEAR = /\b(?:19|20)\d{2}\b/;
const DENIAL =
  /\b(?:not|never|no|nor|neither|cannot|rather than|instead of|misquot\w+|misread\w*|wrong(?:ly)?|erroneous(?:ly)?|false(?:ly)?|mistaken(?:ly)?)\b|n[’']t\b/i;
const PERSON =
  /^(?:child(?:ren)?|girls?|boys?|minors?|adolescents|teenagers|youths?|people|persons?|victims?|survivors|wom[ae]n|m[ae]n)$/i;
const CONTENT =
  /^(?:reports?|webpages?|pages?|urls?|images?|photos?|videos?|files?|contents?|materials?|items?|complaints?|accounts?|cases?|sites?|websites?|incidents?|tips?)$/i;

/** A number per year, month or day: something that happens, not something that is there. */
export const saysFlow = (sentence: string) => FLOW.exec(sentence);

/** Whether a sentence says it of now: in the present tense, and of no year. */
export function saysNow(sentence: string): boolean {
  return (
    PRESENT.test(sentence) &&
    !YEAR.test(sentence) &&
    !(PAST.test(sentence) && !/\b(?:today|currently|now)\b/i.test(sentence))
  );
}

const CHANGE =
  /\b(?:increas\w+|decreas\w+|ris(?:e|es|ing|en)|rose|grew|grow(?:n|ing|th|s)?|fell|fall(?:s|en|ing)?|dropp?(?:ed|s|ing)?|declin\w+|doubl\w+|tripl\w+|halv\w+|more than doubled|higher than|lower than|fewer than|up from|down from|compared (?:with|to))\b/i;

/** What it says of a rise, a fall, or one number against another; null: nothing. */
export const saysChange = (sentence: string): string | null => CHANGE.exec(sentence)?.[0] ?? null;

/** Whether it says that something is not so: who argues with a figure does not pass it on. */
export const isDenial = (sentence: string) => DENIAL.test(sentence);

export const namesYear = (text: string) => YEAR.test(text);

const AWAY = /^(?:about|concern\w*|involv\w*|show(?:s|ed|ing|n)?|depict\w*|contain\w*|regard\w*|relat\w*|were|was)$/i;

/** What the number is said to count: the first noun of people or of content behind it, at most six words away. */
export function thingsAfter({ sentence, figure }: Pick<Use, 'sentence' | 'figure'>): 'people' | 'content' | null {
  const words = sentence
    .slice(figure.end)
    .split(/[^\p{L}’'-]+/u)
    .filter((word) => word !== '');
  for (const [index, word] of words.slice(0, 6).entries()) {
    // In "child sexual abuse material" nobody is counted.
    if (
      /^child$/i.test(word) &&
      /^(?:sex|abuse|porn|labou?r|protection|traffick|marriage)/i.test(words[index + 1] ?? '')
    )
      continue;
    // Behind these words it is told what the counted are about, or what they did.
    if (AWAY.test(word)) return null;
    if (CONTENT.test(word)) return 'content';
    if (PERSON.test(word)) return 'people';
  }
  return null;
}

/** The figure with the words next to it, as a printed wording is read. */
export const saidOf = ({ sentence }: Pick<Use, 'sentence'>) => readPrinted(sentence);

/** Words that carry meaning, without their commonest endings, so that "trafficked" meets "trafficking". */
export function contentWords(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  return new Set(words.filter((word) => !STOP.has(word)).map(stem));
}

const STOP = new Set(
  'the and for that this with from are was were has have had its not how who whom which when where what than then all any each every into about over under more most other their there been being but also only such those these them they does did own per out one two may can'.split(
    ' ',
  ),
);

function stem(word: string): string {
  if (/^child(ren)?$/.test(word)) return 'child';
  return word.replace(/(?:k?ing|k?ed|ies|es|s|ly)$/, '').replace(/(.)\1$/, '$1');
}

const OF_CONTENT: ReadonlySet<PopulationGroup> = new Set(['content']);

/** Reports, pages, images, files: never children. */
export const countsContent = ({ population }: CheckedClaim) => OF_CONTENT.has(population.group);
