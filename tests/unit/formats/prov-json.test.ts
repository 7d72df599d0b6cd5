import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edgesOnLoops, PROV_ENDS, ProvDocument, type ProvRelation } from '@/domain/prov';
import { type LineageForProv, provJson } from '@/formats/prov-json';

// The JSON Schema validator that checks the API document brings its own engine along; this one is of the same make.
const engineOf = createRequire(createRequire(import.meta.url).resolve('@seriousme/openapi-schema-validator'));
type Engine = new (
  options: object,
) => { compile(schema: unknown): ((data: unknown) => boolean) & { errors?: unknown } };
const Ajv: Engine = engineOf('ajv').default;
const fitsSchema = new Ajv({ strict: false, allErrors: true }).compile(
  JSON.parse(readFileSync('tests/support/prov-json.schema.json', 'utf8')),
);

type Citation = LineageForProv['citations'][number];

const citation = (id: number, drawnFromId: number | null, change: Partial<Citation> = {}): Citation => ({
  id,
  claimId: 'C1',
  source: {
    id: `S${id}`,
    shortName: `Report ${id}`,
    title: `A report, ${id}`,
    organisation: 'ILO',
    issued: '2002-04',
    url: null,
  },
  figureAsPrinted: '1.2 million children',
  locator: 'p. 12',
  originState: drawnFromId === null ? 'origin' : 'drawn',
  drawnFromId,
  quoted: true,
  ...change,
});

const lineage = (citations: readonly Citation[], relations: LineageForProv['relations'] = []): LineageForProv => ({
  siteUrl: 'https://example.org',
  claims: [
    {
      id: 'C1',
      statement: 'A claim of ten words.',
      url: 'https://example.org/claims/C1/a-claim',
      reliability: 'low',
      doesNotMeasure: ['How many there are now.', 'How many there were elsewhere.'],
    },
  ],
  citations,
  relations,
});

const records = (document: ProvDocument, relation: ProvRelation) =>
  Object.values(document[relation]) as Record<string, unknown>[];
const typed = (name: string) => ({ $: `prov:${name}`, type: 'prov:QUALIFIED_NAME' });

/** What PROV-CONSTRAINTS asks of these records, and what a reader needs: every reason why the document cannot stand. */
function faults(document: ProvDocument): string[] {
  const found: string[] = [];
  if (!fitsSchema(document)) found.push(JSON.stringify(fitsSchema.errors));
  if (!ProvDocument.safeParse(document).success) found.push('not of our own shape');
  const elements = new Set([...Object.keys(document.entity), ...Object.keys(document.agent)]);
  const names = [...elements, ...JSON.stringify(document).matchAll(/"\$":"([^"]+)","type":"prov:QUALIFIED_NAME"/g)].map(
    (name) => (typeof name === 'string' ? name : (name[1] ?? '')),
  );
  for (const name of names) {
    if (!((name.split(':')[0] ?? '') in document.prefix)) found.push(`${name} has a prefix that nobody declared`);
  }
  for (const relation of Object.keys(PROV_ENDS) as ProvRelation[]) {
    for (const record of records(document, relation)) {
      for (const end of PROV_ENDS[relation]) {
        if (!elements.has(record[end] as string)) found.push(`${record[end]} is not in the document`);
      }
    }
  }
  const derivations = records(document, 'wasDerivedFrom').map((record) => ({
    from: record['prov:generatedEntity'] as string,
    to: record['prov:usedEntity'] as string,
  }));
  if (edgesOnLoops(derivations).size > 0) found.push('a derivation depends on itself');
  return found;
}

describe('a lineage as PROV-JSON', () => {
  it('says who quoted whom, what changed, and where it all begins', () => {
    const document = provJson(lineage([citation(1, null), citation(2, 1), citation(3, 2, { quoted: false })]));
    expect(faults(document)).toEqual([]);
    expect(records(document, 'wasDerivedFrom')).toEqual([
      { 'prov:generatedEntity': 'C1:2', 'prov:usedEntity': 'C1:1', 'prov:type': typed('Quotation') },
      { 'prov:generatedEntity': 'C1:2', 'prov:usedEntity': 'C1:1', 'prov:type': typed('PrimarySource') },
      { 'prov:generatedEntity': 'C1:3', 'prov:usedEntity': 'C1:2' },
      { 'prov:generatedEntity': 'C1:3', 'prov:usedEntity': 'C1:1', 'prov:type': typed('PrimarySource') },
    ]);
    expect(records(document, 'wasAttributedTo')).toHaveLength(3);
    expect(document.agent).toEqual({
      'organisation:ILO': { 'prov:type': typed('Organization'), 'prov:label': 'ILO' },
    });
    expect(document.entity['C1:1']).toMatchObject({ 'prov:value': '1.2 million children', 'prov:location': 'p. 12' });
  });

  it('names no primary source for what is untraced, and no organisation that is not known', () => {
    const nobody = { ...citation(1, null).source, organisation: null };
    const document = provJson(
      lineage([citation(1, null, { originState: 'untraced', source: nobody }), citation(2, 1, { source: nobody })]),
    );
    expect(faults(document)).toEqual([]);
    expect(JSON.stringify(document)).not.toContain('PrimarySource');
    expect(document.agent).toEqual({});
  });

  it('names no claim without its grade and what it does not measure', () => {
    const { entity } = provJson(lineage([citation(1, null)]));
    expect(entity['claim:C1']).toMatchObject({
      'plumbline:reliability': 'low',
      'plumbline:doesNotMeasure': ['How many there are now.', 'How many there were elsewhere.'],
    });
  });

  it('writes a loop as influence, and what leads into it as derivation', () => {
    const document = provJson(lineage([citation(1, 2), citation(2, 1), citation(3, 1)]));
    expect(faults(document)).toEqual([]);
    expect(records(document, 'wasInfluencedBy')).toEqual([
      { 'prov:influencee': 'C1:1', 'prov:influencer': 'C1:2' },
      { 'prov:influencee': 'C1:2', 'prov:influencer': 'C1:1' },
    ]);
    expect(records(document, 'wasDerivedFrom')).toHaveLength(1);
  });

  it('makes a revision of a claim that supersedes another, derives one that continues it, and leaves a homonym out', () => {
    const relations = [
      { kind: 'supersedes' as const, from: 'C9', to: 'C1' },
      { kind: 'misquotation-of' as const, from: 'C8', to: 'C1' },
      { kind: 'continues' as const, from: 'C6', to: 'C1' },
      { kind: 'homonym-of' as const, from: 'C7', to: 'C1' },
    ];
    const document = provJson(lineage([citation(1, null)], relations));
    expect(faults(document)).toEqual([]);
    expect(records(document, 'wasDerivedFrom')).toEqual([
      { 'prov:generatedEntity': 'claim:C9', 'prov:usedEntity': 'claim:C1', 'prov:type': typed('Revision') },
      { 'prov:generatedEntity': 'claim:C8', 'prov:usedEntity': 'claim:C1' },
      { 'prov:generatedEntity': 'claim:C6', 'prov:usedEntity': 'claim:C1' },
    ]);
    expect(document.entity).not.toHaveProperty('claim:C7');
  });

  it('is valid whatever draws on whatever, loops and other claims included', () => {
    const size = 12;
    const drawn = fc.option(fc.integer({ min: 1, max: size + 2 }), { nil: null });
    const relation = fc.record({
      kind: fc.constantFrom(
        'supersedes' as const,
        'continues' as const,
        'misquotation-of' as const,
        'part-of' as const,
      ),
      from: fc.integer({ min: 1, max: 4 }).map((n) => `C${n}`),
      to: fc.integer({ min: 1, max: 4 }).map((n) => `C${n}`),
    });
    fc.assert(
      fc.property(
        fc.array(drawn, { maxLength: size }),
        fc.array(relation, { maxLength: 8 }),
        fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1, maxLength: 4 }),
        (graph, relations, organisations) => {
          const citations = graph.map((from, i) => {
            const source = {
              ...citation(i + 1, from).source,
              organisation: organisations[i % organisations.length] ?? null,
            };
            return citation(i + 1, from, { claimId: `C${(i % 3) + 1}`, quoted: i % 2 === 0, source });
          });
          expect(faults(provJson(lineage(citations, relations)))).toEqual([]);
        },
      ),
    );
  });

  it('follows a chain of 20,000 citations to its beginning', () => {
    const citations = Array.from({ length: 20_000 }, (_, i) => citation(i + 1, i === 0 ? null : i));
    const document = provJson(lineage(citations));
    expect(Object.keys(document.wasDerivedFrom)).toHaveLength(2 * (citations.length - 1));
  });
});
