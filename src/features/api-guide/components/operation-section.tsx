import type { JsonSchema, Operation } from '../schema';
import { Described } from './described';
import { FieldList, fieldsOf } from './field-list';
import { nameOf } from './type-text';

// What to put behind an address to see it at work; the ids come from the description itself.
const EXAMPLE_SEARCH: Readonly<Record<string, string>> = {
  listClaims: '?q=1.8+million&limit=2&facets=true',
  listSources: '?q=ILO&limit=2',
};

type Schemas = Readonly<Record<string, unknown>>;

/** One address of the API: what it takes, how to ask, what it answers, and what can go wrong. */
export function OperationSection(props: { path: string; operation: Operation; server: string; schemas: Schemas }) {
  const { path, operation, server, schemas } = props;
  const answer = (operation.responses['200']?.content?.['application/json']?.schema ?? {}) as JsonSchema;
  const parameters = operation.parameters.map(({ name, schema, description, required }) => ({
    name,
    schema: schema as JsonSchema,
    description,
    optional: !required,
  }));
  return (
    <section>
      <h2 id={operation.operationId}>{operation.summary}</h2>
      <p>
        <code>GET {path}</code>
      </p>
      {operation.description === undefined ? null : <Described text={operation.description} />}
      {parameters.length === 0 ? null : (
        <>
          <h3>Parameters</h3>
          <FieldList fields={parameters} />
        </>
      )}
      <h3>Example</h3>
      <pre>
        <code>{`curl '${server}${examplePath(path, operation, schemas)}'`}</code>
      </pre>
      <h3>Answer</h3>
      <FieldList fields={fieldsOf(answer)} />
      <Statuses responses={operation.responses} />
    </section>
  );
}

function Statuses({ responses }: { responses: Operation['responses'] }) {
  const others = Object.entries(responses).filter(([status]) => status !== '200');
  return (
    <>
      <h3>Other answers</h3>
      <ul>
        {others.map(([status, { description, content }]) => (
          <li key={status}>
            {status}: {content === undefined ? description : <a href="#errors">{description}</a>}
          </li>
        ))}
      </ul>
    </>
  );
}

function examplePath(path: string, operation: Operation, schemas: Schemas): string {
  const filled = operation.parameters
    .filter((parameter) => parameter.in === 'path')
    .reduce((text, { name, schema }) => {
      const given = schema as JsonSchema;
      const known = given.$ref === undefined ? given : (schemas[nameOf(given.$ref)] as JsonSchema);
      return text.replace(`{${name}}`, String(known.example));
    }, path);
  return `${filled}${EXAMPLE_SEARCH[operation.operationId] ?? ''}`;
}
