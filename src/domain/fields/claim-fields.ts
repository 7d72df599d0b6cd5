import type { TopicCode } from '../claim';
import type { Direction } from '../figure';
import { BOUND, FIGURE_KIND, INTERVAL_KIND, MEASURE, METHOD_KIND, POPULATION_GROUP } from '../words';
import { choicesOf, type Field, type Section } from './field';
import { verificationSection } from './verification-fields';

const DIRECTION: Readonly<Record<Direction, string>> = {
  increases: 'Increases',
  decreases: 'Decreases',
  'no-effect': 'No effect',
  contested: 'Contested',
};

/** The topics by the names that the site gives them. */
const TOPIC: Readonly<Record<TopicCode, string>> = {
  prostitution: 'Exploitation in prostitution',
  online: 'Child sexual abuse material and online exploitation',
  trafficking: 'Trafficking for sexual purposes',
  'travel-tourism': 'Exploitation in travel and tourism',
  'early-marriage': 'Child, early and forced marriage',
  'demand-offenders': 'Demand and offenders',
  vulnerability: 'Vulnerability',
  'response-law': 'Response and law',
  terminology: 'Terminology',
};

const FIGURE_FIELDS: readonly Field[] = [
  {
    path: 'figure.kind',
    label: 'Kind of figure',
    kind: 'choice',
    choices: choicesOf(FIGURE_KIND),
    radio: true,
    needed: true,
  },
  {
    path: 'figure.value',
    label: 'Value',
    hint: '1,800,000 or 1.8 million. Percentages from 0 to 100. Leave empty where only a range is stated.',
    kind: 'number',
  },
  { path: 'figure.low', label: 'Low', kind: 'number' },
  { path: 'figure.high', label: 'High', kind: 'number' },
  { path: 'figure.interval', label: 'What low and high are', kind: 'choice', choices: choicesOf(INTERVAL_KIND) },
  {
    path: 'figure.unit',
    label: 'Unit',
    hint: 'What one of it is: children, reports, per cent.',
    kind: 'line',
    needed: true,
  },
  { path: 'figure.bound', label: 'How it is stated', kind: 'choice', choices: choicesOf(BOUND), needed: true },
  {
    path: 'figure.direction',
    label: 'Which way',
    hint: 'Only for a direction: a trend or association without a number.',
    kind: 'choice',
    choices: choicesOf(DIRECTION),
  },
  {
    path: 'figure.asPrinted',
    label: 'As its origin printed it',
    hint: 'Word for word, at most eight words.',
    kind: 'line',
  },
  { path: 'figure.of', label: 'Of what', hint: 'The whole of a share, rate or ratio.', kind: 'line' },
];

const POPULATION_FIELDS: readonly Field[] = [
  {
    path: 'population.group',
    label: 'Who or what is counted',
    kind: 'choice',
    choices: choicesOf(POPULATION_GROUP),
    needed: true,
  },
  { path: 'population.description', label: 'In words', hint: 'Whom exactly.', kind: 'text', needed: true },
  { path: 'population.ageMin', label: 'Youngest age', hint: 'In completed years.', kind: 'number' },
  { path: 'population.ageMax', label: 'Oldest age', hint: 'Inclusive: 17 for “under 18”.', kind: 'number' },
];

const PLACE_AND_TIME: readonly Field[] = [
  {
    path: 'geography',
    label: 'Place',
    hint: 'Name or code: Thailand, TH, or 001 for the world.',
    kind: 'reference',
    reference: 'place',
    needed: true,
  },
  { path: 'geographyNote', label: 'Note on the place', hint: 'Where it is not exactly that one.', kind: 'line' },
  {
    path: 'period.start',
    label: 'From',
    hint: 'The time the figure speaks of: 2002, 2002-04 or 2002-04-15.',
    kind: 'line',
  },
  { path: 'period.end', label: 'To', kind: 'line' },
  { path: 'period.measure', label: 'Stock or flow', kind: 'choice', choices: choicesOf(MEASURE), radio: true },
  { path: 'period.label', label: 'Period in words', hint: 'Where dates alone do not say it.', kind: 'line' },
];

/** What is filled in of a claim itself. Its method note, citations and relations have forms of their own. */
export const CLAIM_SECTIONS: readonly Section[] = [
  {
    title: 'What is claimed',
    fields: [
      {
        path: 'statement',
        label: 'Statement',
        hint: 'One sentence of our own, 10 to 400 characters.',
        kind: 'text',
        needed: true,
      },
      {
        path: 'doesNotMeasure',
        label: 'What it does not measure',
        hint: 'What readers wrongly take it for, one a line.',
        kind: 'lines',
        needed: true,
      },
      { path: 'topics', label: 'Topics', kind: 'choices', choices: choicesOf(TOPIC), needed: true },
    ],
  },
  { title: 'The figure', fields: FIGURE_FIELDS },
  { title: 'Whom it counts', fields: POPULATION_FIELDS },
  { title: 'Where and when', fields: PLACE_AND_TIME },
  {
    title: 'Definition and series',
    fields: [
      {
        path: 'definition',
        label: 'Definition',
        hint: 'What counts, as its origin defines it, in our own words.',
        kind: 'text',
      },
      {
        path: 'series',
        label: 'Series',
        hint: 'One of those there are, if it belongs to any. Leave it empty for one that is new, and name it in the definition: series are added with an edition of the evidence base.',
        kind: 'reference',
        reference: 'series',
      },
    ],
  },
  verificationSection('the claim'),
];

/** How the figure was made. */
export const METHOD_SECTIONS: readonly Section[] = [
  {
    title: 'How the figure was made',
    hint: 'Leave empty what is not established.',
    fields: [
      {
        path: 'methodNote.kind',
        label: 'Method',
        kind: 'choice',
        choices: choicesOf(METHOD_KIND),
        radio: true,
        needed: true,
      },
      { path: 'methodNote.description', label: 'In words', kind: 'text' },
      { path: 'methodNote.frame', label: 'Population and frame', hint: 'Who could have been counted.', kind: 'text' },
      { path: 'methodNote.sample', label: 'Sample', hint: 'How many, and how they were chosen.', kind: 'text' },
      { path: 'methodNote.limits', label: 'Known limits', hint: 'One a line.', kind: 'lines' },
    ],
  },
];
