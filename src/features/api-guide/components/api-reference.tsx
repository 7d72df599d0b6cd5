import { ApiDescription, type JsonSchema } from '../schema';
import { Described } from './described';
import { FieldList, fieldsOf } from './field-list';
import { OperationSection } from './operation-section';
import { TypeText } from './type-text';

/**
 * The API's documentation for people, from its OpenAPI document.
 *
 * @throws {z.ZodError} when the document has not the shape that openApiDocument gives it
 */
export function ApiReference({ document, children }: { document: object; children: React.ReactNode }) {
  const { info, servers, paths, components } = ApiDescription.parse(document);
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const schemas = Object.entries(components.schemas) as [string, JsonSchema][];
  return (
    <>
      <p>{info.description}</p>
      <p>
        All of this is also there for programs, as <a href="/api/v1/openapi.json">an OpenAPI 3.1 document</a>.
      </p>
      <nav aria-label="On this page">
        <ul>
          {operations.map(({ path, method, operation }) => (
            <li key={operation.operationId}>
              <a href={`#${operation.operationId}`}>
                <code>
                  {method === 'GET' ? '' : `${method} `}
                  {path}
                </code>
              </a>{' '}
              {operation.summary}
            </li>
          ))}
        </ul>
      </nav>
      {children}
      {operations.map(({ path, method, operation }) => (
        <OperationSection
          key={operation.operationId}
          path={path}
          method={method}
          operation={operation}
          server={servers[0].url}
          schemas={components.schemas}
        />
      ))}
      <section>
        <h2 id="schemas">What the answers are made of</h2>
        {schemas.map(([name, schema]) => (
          <SchemaSection key={name} name={name} schema={schema} />
        ))}
      </section>
    </>
  );
}

function SchemaSection({ name, schema }: { name: string; schema: JsonSchema }) {
  return (
    <>
      <h3 id={name}>{name}</h3>
      {schema.description === undefined ? null : <Described text={schema.description} />}
      {schema.properties === undefined ? (
        <p>
          <code>
            <TypeText schema={schema} />
          </code>
        </p>
      ) : (
        <FieldList fields={fieldsOf(schema)} />
      )}
    </>
  );
}
