import { RadioGroup } from '../../../ui/form/choice-field';
import { TextArea } from '../../../ui/form/text-field';

export const INTERESTS_LABELS = { interests: 'Declaration of interests', interestsText: 'Your interests' };

const INTERESTS = [
  { value: 'none', label: 'I have none to declare' },
  { value: 'described', label: 'I declare these:' },
];

/** The declaration of interests that stands before each appraisal and each decision. */
export function InterestsFields() {
  return (
    <>
      <RadioGroup
        name="interests"
        label={INTERESTS_LABELS.interests}
        hint="Money, work or friendship that ties you to those who made it, whether or not it sways you."
        options={INTERESTS}
      />
      <TextArea name="interestsText" label={INTERESTS_LABELS.interestsText} rows={2} maxLength={2000} />
    </>
  );
}
