import { z } from 'zod';
import { ProblemDocument } from './problem';

/** One address of the API, described by the schemas that its handler uses. */
export type Operation = {
  path: `/${string}`;
  /** Left out: get. */
  method?: 'get' | 'post' | 'put';
  id: string;
  summary: string;
  description?: string;
  parameters?: z.ZodObject;
  pathParameters?: z.ZodObject;
  /** What is sent, and as what: JSON where nothing else is said. */
  body?: z.ZodType;
  bodyType?: 'multipart/form-data';
  response: z.ZodType;
  /** Of the answer to what was written; 200 where nothing else is said. */
  status?: 201 | 202;
  errors: readonly (400 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 501 | 503)[];
  /** Whether nobody uses it without a key. */
  keyed?: boolean;
  /** Whether the record of the address can become part of another. */
  moves?: true;
};

type Json = Record<string, unknown>;

const SCHEMA_ROOT = '#/components/schemas/';

const REASONS: Readonly<Record<number, string>> = {
  400: 'A parameter or a field cannot be used',
  401: 'A key is needed, or the one that was sent does not work',
  403: 'The key, or the roles of its owner, do not allow it: detail names what would',
  404: 'There is nothing here',
  409: 'It has changed since it was read',
  413: 'More was sent than can be taken',
  415: 'Not the type that the address takes',
  422: 'It is not whole yet: errors name what is missing or wrong',
  429: 'Too much was asked in a short time; Retry-After says when there is more',
  501: 'It is not given in this format',
  503: 'The database cannot be reached; Retry-After says when to try again',
};

type SchemaOf = (type: z.ZodType, io?: 'input' | 'output') => unknown;

/** An OpenAPI 3.1 document from the operations; named schemas are shared as components. */
export function openApiDocument(
  info: { title: string; version: string; description: string; server: string },
  operations: readonly Operation[],
): Json {
  const paths: Record<string, Json> = {};
  const components: Record<string, unknown> = {};
  const schemaOf: SchemaOf = (type, io = 'output') => shared(type, io, components);
  for (const operation of operations) {
    const described = { ...paths[operation.path], [operation.method ?? 'get']: operationObject(operation, schemaOf) };
    paths[operation.path] = described;
  }
  return {
    openapi: '3.1.1',
    info: {
      title: info.title,
      version: info.version,
      description: info.description,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: info.server }],
    paths,
    components: {
      schemas: components,
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'A key made at /desk/account/keys.' } },
    },
  };
}

function operationObject(operation: Operation, schemaOf: SchemaOf): Json {
  const { body } = operation;
  return {
    operationId: operation.id,
    summary: operation.summary,
    security: operation.keyed ? [{ key: [] }] : [{}, { key: [] }],
    ...(operation.description ? { description: operation.description } : {}),
    parameters: [
      ...parametersOf(operation.pathParameters, 'path', schemaOf),
      ...parametersOf(operation.parameters, 'query', schemaOf),
    ],
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { [operation.bodyType ?? 'application/json']: { schema: schemaOf(body, 'input') } },
          },
        }),
    responses: responsesOf(operation, schemaOf),
  };
}

function responsesOf(operation: Operation, schemaOf: SchemaOf): Json {
  const problem = { 'application/problem+json': { schema: schemaOf(ProblemDocument) } };
  // A key that does not work is refused everywhere, also where none is needed.
  const errors = [...operation.errors, 401]
    .sort()
    .map((status) => [String(status), { description: REASONS[status], content: problem }]);
  return {
    [operation.status ?? 200]: {
      description: operation.status === 202 ? 'Begun: it goes on after the answer' : 'As asked',
      content: { 'application/json': { schema: schemaOf(operation.response) } },
    },
    ...((operation.method ?? 'get') === 'get'
      ? { 304: { description: 'Not changed since the ETag in If-None-Match' } }
      : {}),
    ...(operation.moves ? { 308: { description: 'Merged into another record: Location has its address' } } : {}),
    ...Object.fromEntries(errors),
  };
}

function parametersOf(shape: z.ZodObject | undefined, where: 'path' | 'query', schemaOf: SchemaOf): Json[] {
  return Object.entries(shape?.shape ?? {}).map(([name, type]) => {
    const schema = schemaOf(type as z.ZodType, 'input') as Json;
    const { description, ...rest } = schema;
    return {
      name,
      in: where,
      required: where === 'path',
      ...(description ? { description } : {}),
      ...(rest.type === 'array' ? { style: 'form', explode: true } : {}),
      schema: rest,
    };
  });
}

/** A schema as JSON Schema 2020-12; the named ones inside it move to the components. */
function shared(type: z.ZodType, io: 'input' | 'output', components: Record<string, unknown>): unknown {
  const { $schema: _dialect, $defs: definitions, ...schema } = z.toJSONSchema(type, { io, reused: 'inline' }) as Json;
  const moved = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replaceAll('#/$defs/', SCHEMA_ROOT));
  for (const [name, definition] of Object.entries((definitions as Json) ?? {})) {
    const { id: _id, ...body } = definition as Json;
    components[name] = moved(body);
  }
  const id = schema.id;
  if (typeof id !== 'string') return moved(schema);
  const { id: _id, ...body } = schema;
  components[id] = moved(body);
  return { $ref: `${SCHEMA_ROOT}${id}` };
}
