import { z } from 'zod';

// PROV-JSON (W3C Member Submission, 24 April 2013), as far as a lineage needs it: entities, agents, and the relations
// between them. What else the submission knows (activities, bundles, times) is not written and not accepted.

/** A name in a namespace that `prefix` declares: `claim:C1`. */
export const QualifiedName = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]*:\S+$/, 'a name with its prefix')
  .meta({ id: 'ProvQualifiedName' });

const Literal = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.strictObject({ $: z.string(), type: QualifiedName }),
  z.strictObject({ $: z.string(), lang: z.string() }),
]);
export type ProvLiteral = z.infer<typeof Literal>;

const Value = z.union([Literal, z.array(Literal).min(1)]);
const Attributes = z.record(QualifiedName, Value);
export type ProvAttributes = z.infer<typeof Attributes>;

/** Relations are named by blank nodes: nothing refers to them. */
const BlankNode = z.string().regex(/^_:[A-Za-z0-9]+$/);

/** The relations by name of record, each with the ends it cannot be without, in the order in which PROV-N writes them. */
export const PROV_ENDS = {
  wasAttributedTo: ['prov:entity', 'prov:agent'],
  wasDerivedFrom: ['prov:generatedEntity', 'prov:usedEntity'],
  wasInfluencedBy: ['prov:influencee', 'prov:influencer'],
  hadMember: ['prov:collection', 'prov:entity'],
} as const;
export type ProvRelation = keyof typeof PROV_ENDS;

const attribution = z.object({ 'prov:entity': QualifiedName, 'prov:agent': QualifiedName }).catchall(Value);
const derivation = z
  .object({ 'prov:generatedEntity': QualifiedName, 'prov:usedEntity': QualifiedName })
  .catchall(Value);
const influence = z.object({ 'prov:influencee': QualifiedName, 'prov:influencer': QualifiedName }).catchall(Value);
const membership = z.object({ 'prov:collection': QualifiedName, 'prov:entity': QualifiedName }).catchall(Value);

export const ProvDocument = z
  .strictObject({
    prefix: z.record(z.string().regex(/^[A-Za-z][A-Za-z0-9_-]*$/), z.url()),
    entity: z.record(QualifiedName, Attributes),
    agent: z.record(QualifiedName, Attributes),
    wasAttributedTo: z.record(BlankNode, attribution),
    wasDerivedFrom: z.record(BlankNode, derivation),
    wasInfluencedBy: z.record(BlankNode, influence),
    hadMember: z.record(BlankNode, membership),
  })
  .meta({ id: 'ProvDocument', description: 'A lineage as PROV-JSON (W3C Member Submission, 24 April 2013).' });
export type ProvDocument = z.infer<typeof ProvDocument>;

/** Reads a qualified name as a value: the type that says so. */
export const qualified = (name: string): ProvLiteral => ({ $: name, type: 'prov:QUALIFIED_NAME' });

/**
 * The edges that lie on a loop, or between two loops: PROV-CONSTRAINTS (W3C Recommendation, 30 April 2013) orders
 * derivations strictly in time, so none of these can be written as one. Found by taking away, again and again, every
 * node that nothing leads to and every node that leads nowhere. Linear in the edges.
 */
export function edgesOnLoops<E extends { from: string; to: string }>(edges: readonly E[]): Set<E> {
  const open = new Set(edges);
  for (const [near, far] of [
    ['from', 'to'],
    ['to', 'from'],
  ] as const) {
    const leaving = new Map<string, E[]>();
    const arriving = new Map<string, number>();
    for (const edge of open) {
      const others = leaving.get(edge[near]);
      if (others === undefined) leaving.set(edge[near], [edge]);
      else others.push(edge);
      arriving.set(edge[far], (arriving.get(edge[far]) ?? 0) + 1);
    }
    const bare = [...leaving.keys()].filter((node) => !arriving.has(node));
    for (let node = bare.pop(); node !== undefined; node = bare.pop()) {
      for (const edge of leaving.get(node) ?? []) {
        open.delete(edge);
        const left = (arriving.get(edge[far]) ?? 0) - 1;
        arriving.set(edge[far], left);
        if (left === 0) bare.push(edge[far]);
      }
    }
  }
  return open;
}
