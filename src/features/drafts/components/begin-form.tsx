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
  hits: readonly DuplicateHit[];
  isLooked: boolean;
};

/** Before a record is begun: is it there already? */
export function BeginPage({ kind, typed, hits, isLooked }: BeginFormProps) {
  return (
    <>
      <header>
        <p className="eyebrow">
          <a href="/desk/drafts">Drafts</a>
        </p>
        <h1>New {kind}</h1>
        <p className="lead">First look whether it is there already. A record that exists twice divides its evidence.</p>
      </header>
      <form className="form form-wide" action="/desk/drafts/new">
        <input type="hidden" name="kind" value={kind} />
        {kind === 'source' ? <SourceMarks typed={typed} /> : <ClaimMarks typed={typed} />}
        <Buttons>
          <SubmitButton>Look whether it is there</SubmitButton>
        </Buttons>
      </form>
      {isLooked ? (
        <section aria-labelledby="found">
          <h2 id="found">{hits.length === 0 ? 'Nothing like it was found' : 'This may be it'}</h2>
          <DuplicateList hits={hits} />
        </section>
      ) : null}
      <ActionForm action={begin} hidden={{ kind, ...typed }}>
        <Buttons>
          <SubmitButton look={isLooked ? 'main' : 'quiet'}>
            {hits.length > 0 ? `None of these: begin a new ${kind}` : `Begin a new ${kind}`}
          </SubmitButton>
        </Buttons>
      </ActionForm>
    </>
  );
}

type Typed = { typed: BeginFormProps['typed'] };

function SourceMarks({ typed }: Typed) {
  return (
    <>
      <TextField name="title" label="Title" value={typed.title} maxLength={1000} />
      <TextField name="doi" label="DOI" value={typed.doi} maxLength={500} />
    </>
  );
}

function ClaimMarks({ typed }: Typed) {
  return (
    <>
      <TextField
        name="figure.value"
        label="Value of the figure"
        hint="In digits: 1,800,000. Percentages from 0 to 100."
        value={typed['figure.value']}
        inputMode="decimal"
      />
      <Select name="figure.kind" label="Kind of figure" value={typed['figure.kind']} options={choicesOf(FIGURE_KIND)} />
      <Select
        name="population.group"
        label="Who or what is counted"
        value={typed['population.group']}
        options={choicesOf(POPULATION_GROUP)}
      />
    </>
  );
}
