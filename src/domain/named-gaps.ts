import type { GapFilter } from './gaps';

/** Key of the source whose author named the gaps: the founding document, of about 2014. */
export const FOUNDING_SOURCE = 'ecpat-scan-2014';

export type NamedGapPart = { label: string; filter: GapFilter };

/** A gap that the founding document named. */
export type NamedGap = {
  key: string;
  name: string;
  /** What about it the founding document says, in our words, and how that is read here. */
  note: string;
  /** Where to look for what has come in since; none where no field of a claim records it. */
  parts: readonly NamedGapPart[];
  /** A search that comes near, where no filter can. */
  search: string | null;
  /** Rows and columns of the matrices that it stands for. */
  marks: { topics: readonly string[]; lines: readonly string[] };
};

const MIDDLE_EAST = ['145', '015'];
const PACIFIC_ISLANDS = ['054', '057', '061'];

/**
 * The gaps that the founding document names itself: regions in its section on regional cooperation, groups and questions
 * in its part on what is to be studied further.
 */
export const NAMED_GAPS: readonly NamedGap[] = [
  {
    key: 'middle-east',
    name: 'The Middle East',
    note: 'UN M49 has no area of this name. Western Asia and Northern Africa together come nearest.',
    parts: [{ label: 'Western Asia and Northern Africa', filter: { geography: MIDDLE_EAST } }],
    search: null,
    marks: { topics: [], lines: MIDDLE_EAST },
  },
  {
    key: 'caribbean',
    name: 'The Caribbean',
    note: 'An area of UN M49.',
    parts: [{ label: 'Caribbean', filter: { geography: ['029'] } }],
    search: null,
    marks: { topics: [], lines: ['029'] },
  },
  {
    key: 'central-africa',
    name: 'Central Africa',
    note: 'UN M49 calls it Middle Africa.',
    parts: [{ label: 'Middle Africa', filter: { geography: ['017'] } }],
    search: null,
    marks: { topics: [], lines: ['017'] },
  },
  {
    key: 'pacific-islands',
    name: 'The Pacific Islands',
    note: 'Three areas of UN M49: Melanesia, Micronesia and Polynesia.',
    parts: [{ label: 'Melanesia, Micronesia and Polynesia', filter: { geography: PACIFIC_ISLANDS } }],
    search: null,
    marks: { topics: [], lines: PACIFIC_ISLANDS },
  },
  {
    key: 'adolescent-boys',
    name: 'Adolescent boys',
    note: 'One of its hidden groups. Counted here: boys of a stated age range that reaches into 10–14 or 15–17.',
    parts: [{ label: 'Boys aged 10–17', filter: { population: ['boys'], age: ['10-14', '15-17'] } }],
    search: null,
    marks: { topics: [], lines: ['boys'] },
  },
  {
    key: 'transgender-children',
    name: 'Transgender children',
    note: 'The other of its hidden groups.',
    parts: [{ label: 'Transgender children', filter: { population: ['transgender-children'] } }],
    search: null,
    marks: { topics: [], lines: ['transgender-children'] },
  },
  {
    key: 'demand',
    name: 'Demand',
    note: 'Who exploits children, who profits, and what they want. Recorded here as a topic and as a population.',
    parts: [
      { label: 'Topic: demand and offenders', filter: { topic: ['demand-offenders'] } },
      { label: 'Population: offenders', filter: { population: ['offenders'] } },
    ],
    search: null,
    marks: { topics: ['demand-offenders'], lines: ['offenders'] },
  },
  {
    key: 'recovery',
    name: 'What works in recovery',
    note: 'No field of this evidence base records it, so no cell of the tables stands for it. A search for the word finds what comes near.',
    parts: [],
    search: 'recovery',
    marks: { topics: [], lines: [] },
  },
];

/** The named gaps that a row or a column stands for. */
export function namedFor(kind: 'topics' | 'lines', code: string | null): NamedGap[] {
  return code === null ? [] : NAMED_GAPS.filter((gap) => gap.marks[kind].includes(code));
}
