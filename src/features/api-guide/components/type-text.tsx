import type { ReactNode } from 'react';
import type { JsonSchema } from '../schema';

/** The name of a shared schema, from a reference to it. */
export function nameOf(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1);
}

/** A schema as one line, the way a programmer writes a type; shared schemas are links to their fields. */
export function TypeText({ schema }: { schema: JsonSchema }): ReactNode {
  if (schema.$ref !== undefined) return <a href={`#${nameOf(schema.$ref)}`}>{nameOf(schema.$ref)}</a>;
  if (schema.anyOf !== undefined) return <Joined parts={schema.anyOf} by=" | " />;
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.prefixItems !== undefined) return ['[', <Joined key="items" parts={schema.prefixItems} by=", " />, ']'];
  if (schema.type === 'array') return <ListText of={schema.items ?? {}} />;
  if (schema.properties !== undefined) return <ObjectText schema={schema} />;
  return [schema.type ?? 'anything'].flat().join(' | ');
}

function Joined({ parts, by }: { parts: readonly JsonSchema[]; by: string }) {
  return parts.map((part, index) => (
    <span key={index}>
      {index > 0 ? by : ''}
      <TypeText schema={part} />
    </span>
  ));
}

function ListText({ of }: { of: JsonSchema }) {
  const compound = of.enum !== undefined || of.anyOf !== undefined;
  return (
    <>
      {compound ? '(' : ''}
      <TypeText schema={of} />
      {compound ? ')[]' : '[]'}
    </>
  );
}

function ObjectText({ schema }: { schema: JsonSchema }) {
  return (
    <>
      {'{ '}
      {Object.entries(schema.properties ?? {}).map(([name, type], index) => (
        <span key={name}>
          {index > 0 ? ', ' : ''}
          {name}
          {schema.required?.includes(name) ? '' : '?'}: <TypeText schema={type} />
        </span>
      ))}
      {' }'}
    </>
  );
}
