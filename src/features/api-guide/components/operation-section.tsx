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

type OperationSectionProps = { path: string; method: string; operation: Operation; server: string; schemas: Schemas };

/** One address of the API: what it takes, how to ask, what it answers, and what can go wrong. */
export function OperationSection(props: OperationSectionProps) {
  const { path, method, operation, server, schemas } = props;
  const good = Object.keys(operation.responses).find((status) => status.startsWith('2')) ?? '200';
  const answer = (operation.responses[good]?.content?.['application/json']?.schema ?? {}) as JsonSchema;
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
        <code>
          {method} {path}
        </code>
      </p>
      {operation.description === undefined ? null : <Described text={operation.description} />}
      {parameters.length === 0 ? null : (
        <>
          <h3>Parameters</h3>
          <FieldList fields={parameters} />
        </>
      )}
      <Body operation={operation} />
      <h3>Example</h3>
      <pre>
        <code>{exampleOf(method, `${server}${examplePath(path, operation, schemas)}`, operation)}</code>
      </pre>
      <h3>{good === '200' ? 'Answer' : `Answer, with status ${good}`}</h3>
      <FieldList fields={fieldsOf(answer)} />
      <Statuses responses={operation.responses} good={good} />
    </section>
  );
}

function Statuses({ responses, good }: { responses: Operation['responses']; good: string }) {
  const others = Object.entries(responses).filter(([status]) => status !== good);
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

/** What is sent: one list of fields, or several where they exclude each other. */
function Body({ operation }: { operation: Operation }) {
  const [sent] = Object.entries(operation.requestBody?.content ?? {});
  if (sent === undefined) return null;
  const schema = sent[1].schema as JsonSchema;
  return (
    <>
      <h3>
        What is sent, as <code>{sent[0]}</code>
      </h3>
      {(schema.anyOf ?? [schema]).map((one, index) => (
        <div key={Object.keys(one.properties ?? {}).join()}>
          {index === 0 ? null : <p>Or:</p>}
          <FieldList fields={fieldsOf(one)} />
        </div>
      ))}
    </>
  );
}

/** What to send to see it at work. */
const EXAMPLE_BODY: Readonly<Record<string, string>> = {
  beginDraft: `-d '{"kind": "source", "record": {"title": "A report", "type": "report", "author": [{"literal": "ILO"}]}}'`,
  saveDraft: `-d '{"version": 1, "record": {"title": "A report", "type": "report", "issued": "2026-05"}}'`,
  checkText: `-d '{"text": "ILO estimated that 1.8 million children were exploited in prostitution in 2000."}'`,
  submitDraft: `-d '{"version": 2}'`,
  stageImport: '-F kind=claims -F file=@claims.csv -F sources=@sources.csv',
  confirmImport: `-d '{"choice": "new"}'`,
};

function exampleOf(method: string, address: string, { operationId, security, requestBody }: Operation): string {
  // An address that everybody may read has an empty entry beside the key.
  const isKeyed = security.every((way) => Object.keys(way).length > 0);
  const isJson = requestBody?.content['application/json'] !== undefined;
  return [
    `curl ${method === 'PUT' ? '-X PUT ' : ''}'${address}'`,
    ...(isKeyed ? [`-H 'Authorization: Bearer plb_…'`] : []),
    ...(isJson ? [`-H 'Content-Type: application/json'`] : []),
    ...(EXAMPLE_BODY[operationId] === undefined ? [] : [EXAMPLE_BODY[operationId]]),
  ].join(' \\\n  ');
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
