import { z } from 'zod';

// The parts of an OpenAPI 3.1 document that its documentation for people is made of.

const Parameter = z.object({
  name: z.string(),
  in: z.enum(['path', 'query']),
  required: z.boolean(),
  description: z.string().optional(),
  schema: z.unknown(),
});
export type Parameter = z.infer<typeof Parameter>;

const Response = z.object({
  description: z.string(),
  content: z.record(z.string(), z.object({ schema: z.unknown() })).optional(),
});

const Method = z.enum(['get', 'post', 'put']);

const Operation = z.object({
  security: z.array(z.record(z.string(), z.unknown())),
  operationId: z.string(),
  summary: z.string(),
  description: z.string().optional(),
  parameters: z.array(Parameter),
  requestBody: z.object({ content: z.record(z.string(), z.object({ schema: z.unknown() })) }).optional(),
  responses: z.record(z.string(), Response),
});
export type Operation = z.infer<typeof Operation>;

export const ApiDescription = z.object({
  info: z.object({ title: z.string(), version: z.string(), description: z.string() }),
  servers: z.tuple([z.object({ url: z.string() })]),
  paths: z.record(z.string(), z.partialRecord(Method, Operation)),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
});

/** The words of JSON Schema 2020-12 that our schemas use. What else there is (patterns, bounds of integers) is left out. */
export type JsonSchema = {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  prefixItems?: JsonSchema[];
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  description?: string;
  default?: unknown;
  example?: unknown;
  minimum?: number;
  maximum?: number;
};
