import type { JsonSchema } from '../schema';
import { TypeText } from './type-text';

export type Field = { name: string; schema: JsonSchema; description?: string | undefined; optional?: boolean };

/** Fields of an answer, or parameters of a request: name, type, and what to know of it. */
export function FieldList({ fields }: { fields: readonly Field[] }) {
  return (
    <dl className="field-list">
      {fields.map(({ name, schema, description, optional }) => (
        <div key={name}>
          <dt>
            <code>{name}</code>
            {optional ? ' optional' : ''}
          </dt>
          <dd>
            <code>
              <TypeText schema={schema} />
            </code>
            <Notes notes={[description, limits(schema), byDefault(schema)]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Notes({ notes }: { notes: readonly (string | null | undefined)[] }) {
  const told = notes.filter((note) => note !== null && note !== undefined);
  return told.length === 0 ? null : <p>{told.join(' ')}</p>;
}

/** The span a number must be in; the limits of whole numbers as such are no news. */
function limits({ minimum, maximum }: JsonSchema): string | null {
  const told = (bound: number | undefined) => bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER;
  if (told(minimum) && told(maximum)) return `${minimum} to ${maximum}.`;
  if (told(minimum)) return `${minimum} or more.`;
  return told(maximum) ? `${maximum} or less.` : null;
}

function byDefault({ default: value }: JsonSchema): string | null {
  const empty = value === undefined || (Array.isArray(value) && value.length === 0);
  return empty ? null : `${JSON.stringify(value)} where not given.`;
}

/** The fields of an object's schema. */
export function fieldsOf(schema: JsonSchema): Field[] {
  return Object.entries(schema.properties ?? {}).map(([name, type]) => ({
    name,
    schema: type,
    description: type.description,
    optional: !(schema.required ?? []).includes(name),
  }));
}
