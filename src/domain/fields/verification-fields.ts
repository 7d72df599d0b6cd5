import { CONFIDENCE, VERIFICATION } from '../words';
import { choicesOf, type Section } from './field';

/** How the record was seen. Every record says it of itself. */
export function verificationSection(what: string): Section {
  return {
    title: 'How it was seen',
    hint: `Say truthfully how ${what} was looked at. Nothing is shown as more certain than this.`,
    fields: [
      {
        path: 'verification.level',
        label: 'Where it was seen',
        kind: 'choice',
        choices: choicesOf(VERIFICATION),
        needed: true,
      },
      {
        path: 'verification.confidence',
        label: 'Confidence',
        kind: 'choice',
        choices: choicesOf(CONFIDENCE),
        radio: true,
        needed: true,
      },
      {
        path: 'verification.how',
        label: 'What was looked at',
        hint: 'In your own words, with the address where it was seen.',
        kind: 'text',
        needed: true,
      },
    ],
  };
}
