import { ageRangeText } from '../age-band';
import type { Measure, PopulationGroup } from '../claim';
import { periodText } from '../period-text';
import { MEASURE, METHOD_KIND, POPULATION_GROUP } from '../words';
import type { ComparedClaim } from './compared-claim';
import { plain } from './figure-aspects';
import { apart, type Judgement, judge, listed, subject } from './judge';

// Whom, where, when, how: what the number speaks of.

/** Worded differently counts as different: nobody has established that two wordings mean the same. */
export function judgeDefinition(claims: readonly ComparedClaim[]): Judgement {
  return judge(claims, {
    what: 'The definition',
    read: ({ definition }) => (definition === null ? null : plain(definition)),
    different: 'forbids',
    explain: (groups) =>
      `The definitions are worded differently (${apart(groups)}): what falls under one need not fall under another.`,
  });
}

const NOT_PEOPLE: ReadonlySet<PopulationGroup> = new Set(['content', 'states-and-organisations']);

export function populationText({ population }: ComparedClaim): string {
  return `${POPULATION_GROUP[population.group].label}: ${population.description}`;
}

export function judgePopulation(claims: readonly ComparedClaim[]): Judgement {
  const byGroup = judge(claims, {
    what: 'The population',
    read: ({ population }) => population.group,
    different: 'forbids',
    explain: (groups) => {
      const words = (value: string) => POPULATION_GROUP[value as PopulationGroup].label.toLowerCase();
      const parts = groups.map((group) => `${subject(group, 'is', 'are')} about ${words(group.value)}`);
      return `${parts.join(', ')}: ${populationRule(new Set(groups.map(({ value }) => value)))}.`;
    },
  });
  if (byGroup.verdict !== 'same') return byGroup;
  return judge(claims, {
    what: 'The population',
    read: ({ population }) => plain(population.description),
    different: 'differs',
    explain: (groups) => `Whom or what they count is described in different words (${apart(groups)}).`,
  });
}

function populationRule(groups: ReadonlySet<string>): string {
  if (groups.has('content')) return 'reports and images are not people';
  if (groups.has('states-and-organisations')) return 'states and organisations are not people';
  if (groups.has('offenders')) return 'those who offend are not those who are harmed';
  if (groups.has('all-ages') && ['children', 'girls', 'boys'].some((group) => groups.has(group)))
    return 'a number of people of all ages is not a number of children';
  return 'other people are counted';
}

/** Groups whose ages their name already says where no others are recorded. */
const AGES_BY_NAME: Partial<Readonly<Record<PopulationGroup, string>>> = {
  'all-ages': 'all ages',
  'women-and-girls': 'all ages',
  'men-and-boys': 'all ages',
};

export function agesText({ population }: ComparedClaim): string | null {
  const { group } = population;
  if (NOT_PEOPLE.has(group)) return 'Does not apply: no people are counted';
  return ageRangeText(population) ?? AGES_BY_NAME[group] ?? null;
}

export function judgeAges(claims: readonly ComparedClaim[]): Judgement {
  return judge(
    claims.filter(({ population }) => !NOT_PEOPLE.has(population.group)),
    {
      what: 'The age range',
      read: agesText,
      different: 'forbids',
      explain: (groups) => {
        const parts = groups.map(({ ids, value }) => `${listed(ids)}: ${value}`);
        return `The ages differ (${parts.join('; ')}): another age range counts other people.`;
      },
    },
  );
}

export function placeText({ place }: ComparedClaim): string {
  return place.note === null ? place.name : `${place.name}: ${place.note}`;
}

export function judgePlace(claims: readonly ComparedClaim[]): Judgement {
  const byCode = judge(claims, {
    what: 'The place',
    read: ({ place }) => place.code,
    different: 'forbids',
    explain: (groups) => {
      const parts = groups.map(({ ids, claims: [first] }) => `${listed(ids)}: ${first?.place.name}`);
      const nested = claims.some(({ place }) => claims.some((other) => place.within.includes(other.place.code)));
      const rule = nested ? 'a part is not compared with its whole' : 'a number for one place says nothing of another';
      return `The places differ (${parts.join('; ')}): ${rule}.`;
    },
  });
  if (byCode.verdict !== 'same') return byCode;
  return judge(claims, {
    what: 'The place',
    read: ({ place }) => plain(place.note ?? ''),
    different: 'differs',
    explain: (groups) =>
      `The place is the same on the map; ${listed(groups.flatMap(({ value, ids }) => (value === '' ? [] : ids)))} may not cover all of it, as its note says.`,
  });
}

export function judgePeriod(claims: readonly ComparedClaim[]): Judgement {
  return judge(claims, {
    what: 'The period',
    read: ({ period: { start, end } }) => (start === null && end === null ? null : `${start}/${end}`),
    different: 'differs',
    explain: (groups) => {
      const parts = groups.map(({ ids, claims: [first] }) => {
        const dates = first === undefined ? null : periodText({ ...first.period, label: null });
        return `${listed(ids)}: ${dates}`;
      });
      return `The periods differ (${parts.join('; ')}).`;
    },
  });
}

const MEASURE_PHRASE: Readonly<Record<Measure, readonly [string, string]>> = {
  stock: ['counts at one time', 'count at one time'],
  flow: ['counts over a period', 'count over a period'],
  cumulative: ['adds up since a start', 'add up since a start'],
};

/** Only what is counted or made a rate of is a stock or a flow by necessity; a share may leave it open. */
function hasMeasure({ figure, period }: ComparedClaim): boolean {
  return figure.kind === 'count' || figure.kind === 'rate' || period.measure !== null;
}

export function measureText(claim: ComparedClaim): string | null {
  if (!hasMeasure(claim)) return 'Does not apply';
  const { measure } = claim.period;
  return measure === null ? null : `${MEASURE[measure].label}: ${MEASURE[measure].meaning.toLowerCase()}`;
}

export function judgeMeasure(claims: readonly ComparedClaim[]): Judgement {
  return judge(claims.filter(hasMeasure), {
    what: 'Whether it is a stock or a flow',
    read: ({ period }) => period.measure,
    different: 'forbids',
    explain: (groups) => {
      const parts = groups.map((group) => subject(group, ...MEASURE_PHRASE[group.value as Measure]));
      const kinds = new Set(groups.map(({ value }) => value));
      const rule = kinds.has('cumulative') ? 'a running total is neither a stock nor a flow' : 'a stock is not a flow';
      return `${parts.join(', ')}: ${rule}.`;
    },
  });
}

export function methodText({ methodKind }: ComparedClaim): string | null {
  return methodKind === 'not-stated' ? null : METHOD_KIND[methodKind].label;
}

export function judgeMethod(claims: readonly ComparedClaim[]): Judgement {
  return judge(claims, {
    what: 'The method',
    read: methodText,
    different: 'differs',
    explain: (groups) =>
      `${groups.map(({ ids, value }) => `${listed(ids)}: ${value.toLowerCase()}`).join('; ')}: a difference between the numbers may come from the method alone.`,
  });
}

export function periodWords({ period }: ComparedClaim): string | null {
  return periodText(period);
}
