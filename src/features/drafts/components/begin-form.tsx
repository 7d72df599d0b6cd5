import { DuplicateList } from '../../duplicates/components/duplicate-list';
import type { DuplicateHit } from '../../duplicates/schema';
import { Select } from '../../../ui/form/choice-field';
import { ActionForm } from '../../../ui/form/form';
import { Buttons, SubmitButton } from '../../../ui/form/submit-button';
import { TextField } from '../../../ui/form/text-field';
import { FIGURE_KIND, POPULATION_GROUP } from '../../../domain/words';
import { choicesOf } from '../../../domain/fields/field';
import { begin } from '../actions';

type BeginFormProps = {
  kind: 'source' | 'claim';
  /** What was typed to look for duplicates; empty before anything was. */
  typed: Readonly<Record<string, string>>;
  /** What is wrong with what was typed, by the field. */
  errors: Readonly<Record<string, string>>;
  hits: readonly DuplicateHit[];
  isLooked: boolean;
};

/** Before a record is begun: is it there already? */
export function BeginPage({ kind, typed, errors, hits, isLooked }: BeginFormProps) {
  const isWrong = Object.keys(errors).length > 0;
  return (
    <>
      <header>
        <p className="eyebrow">
          <a href="/desk/drafts">Drafts</a>
        </p>
        <h1>New {kind}</h1>
        <p className="lead">First look whether it is there already. A record that exists twice divides its evidence.</p>
      </header>
      <ActionForm action={begin} hidden={{ kind }} className="form form-wide">
        {kind === 'source' ? (
          <SourceMarks typed={typed} errors={errors} />
        ) : (
          <ClaimMarks typed={typed} errors={errors} />
        )}
        <Buttons>
          <SubmitButton name="step" value="look" look={isLooked ? 'quiet' : 'main'}>
            {isLooked ? 'Look again' : 'Look whether it is there'}
          </SubmitButton>
          {isLooked ? null : <BeginButton kind={kind} hits={0} look="quiet" />}
        </Buttons>
        {isLooked ? (
          <>
            <section aria-labelledby="found">
              <h2 id="found">
                {hits.length > 0
                  ? 'This may be it'
                  : isWrong
                    ? 'Mend what is marked, and look again'
                    : 'Nothing like it was found'}
              </h2>
              <DuplicateList hits={hits} />
            </section>
            <Buttons>
              <BeginButton kind={kind} hits={hits.length} look="main" />
            </Buttons>
          </>
        ) : null}
      </ActionForm>
    </>
  );
}

function BeginButton({ kind, hits, look }: { kind: string; hits: number; look: 'main' | 'quiet' }) {
  return (
    <SubmitButton name="step" value="begin" look={look}>
      {hits > 0 ? `None of these: begin a new ${kind}` : `Begin a new ${kind}`}
    </SubmitButton>
  );
}

type Typed = Pick<BeginFormProps, 'typed' | 'errors'>;

function SourceMarks({ typed, errors }: Typed) {
  return (
    <>
      <TextField name="title" label="Title" value={typed.title} error={errors.title} maxLength={1000} />
      <TextField name="doi" label="DOI" value={typed.doi} error={errors.doi} maxLength={500} />
    </>
  );
}

function ClaimMarks({ typed, errors }: Typed) {
  return (
    <>
      <TextField
        name="figure.value"
        label="Value of the figure"
        hint="1,800,000 or 1.8 million. Percentages from 0 to 100."
        value={typed['figure.value']}
        error={errors['figure.value']}
        maxLength={100}
        inputMode="decimal"
      />
      {/* A list keeps the choice that it was made with: it is made anew for each. */}
      <Select
        key={`kind ${typed['figure.kind']}`}
        name="figure.kind"
        label="Kind of figure"
        value={typed['figure.kind']}
        options={choicesOf(FIGURE_KIND)}
      />
      <Select
        key={`group ${typed['population.group']}`}
        name="population.group"
        label="Who or what is counted"
        value={typed['population.group']}
        options={choicesOf(POPULATION_GROUP)}
      />
    </>
  );
}
