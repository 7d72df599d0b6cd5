import { z } from 'zod';
import { ProblemDocument } from './problem';

/** One address of the API, described by the schemas that its handler uses. */
export type Operation = {
  path: `/${string}`;
  id: string;
  summary: string;
  description?: string;
  parameters?: z.ZodObject;
  pathParameters?: z.ZodObject;
  response: z.ZodType;
  errors: readonly (400 | 404 | 503)[];
  /** Whether nobody reads it without a key. */
  keyed?: boolean;
  /** Whether the record of the address can become part of another. */
  moves?: true;
};

type Json = Record<string, unknown>;

const SCHEMA_ROOT = '#/components/schemas/';

const REASONS: Readonly<Record<number, string>> = {
  400: 'A parameter cannot be used',
  401: 'A key is needed, or the one that was sent does not work',
  404: 'There is nothing here',
  503: 'The database cannot be reached; Retry-After says when to try again',
};

/** An OpenAPI 3.1 document from the operations; named schemas are shared as components. */
export function openApiDocument(
  info: { title: string; version: string; description: string; server: string },
  operations: readonly Operation[],
): Json {
  const paths: Record<string, Json> = {};
  const components: Record<string, unknown> = {};
  const schemaOf = (type: z.ZodType, io: 'input' | 'output' = 'output') => shared(type, io, components);
  const problem = { 'application/problem+json': { schema: schemaOf(ProblemDocument) } };
  // A key that does not work is refused everywhere, also where none is needed.
  const errorsOf = (operation: Operation) =>
    [...operation.errors, 401]
      .sort()
      .map((status) => [String(status), { description: REASONS[status], content: problem }]);
  for (const operation of operations) {
    paths[operation.path] = {
      get: {
        operationId: operation.id,
        summary: operation.summary,
        security: operation.keyed ? [{ key: [] }] : [{}, { key: [] }],
        ...(operation.description ? { description: operation.description } : {}),
        parameters: [
          ...parametersOf(operation.pathParameters, 'path', schemaOf),
          ...parametersOf(operation.parameters, 'query', schemaOf),
        ],
        responses: {
          200: { description: 'As asked', content: { 'application/json': { schema: schemaOf(operation.response) } } },
          304: { description: 'Not changed since the ETag in If-None-Match' },
          ...(operation.moves ? { 308: { description: 'Merged into another record: Location has its address' } } : {}),
          ...Object.fromEntries(errorsOf(operation)),
        },
      },
    };
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

function parametersOf(
  shape: z.ZodObject | undefined,
  where: 'path' | 'query',
  schemaOf: (type: z.ZodType, io?: 'input') => unknown,
): Json[] {
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
