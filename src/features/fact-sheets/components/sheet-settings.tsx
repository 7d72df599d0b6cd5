import { LANGUAGE } from '../../../domain/fact-sheet/labels';
import type { Sheet } from '../../../domain/fact-sheet/sheet';

const STYLE = { apa: 'APA', chicago: 'Chicago', vancouver: 'Vancouver', harvard: 'Harvard' } as const;
const PAPER = { a4: 'A4', letter: 'US Letter' } as const;

const CHOICES = [
  {
    name: 'language',
    label: 'Language of the labels',
    options: Object.entries(LANGUAGE).map(([value, { name }]) => [value, name] as const),
  },
  { name: 'style', label: 'Style of the references', options: Object.entries(STYLE) },
  { name: 'paper', label: 'Paper', options: Object.entries(PAPER) },
] as const;

type ChoiceFieldsProps = Pick<Sheet, 'language' | 'style' | 'paper'> & {
  onChange?: (change: Partial<Pick<Sheet, 'language' | 'style' | 'paper'>>) => void;
};

/** Language of the labels, style of the references, paper. */
export function ChoiceFields({ onChange, ...chosen }: ChoiceFieldsProps) {
  return (
    <>
      {CHOICES.map(({ name, label, options }) => (
        <label key={name}>
          {label}{' '}
          <select
            className="field"
            name={name}
            {...(onChange === undefined
              ? { defaultValue: chosen[name] }
              : { value: chosen[name], onChange: ({ target }) => onChange({ [name]: target.value }) })}
          >
            {options.map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </label>
      ))}
    </>
  );
}
