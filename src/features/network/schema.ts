import { z } from 'zod';
import { DistortionKind } from '../../domain/citation';
import { ClaimSummary } from '../claims/schema';
import { FidelityDto, SourceId } from '../sources/schema';

// Who draws on whom, on the wire and on the page.

/** How much of everything one answer holds; totals stand beside each list. */
export const LIMITS = { edges: 200, fidelity: 200, claims: 20, loops: 20, claimsPerLoopEdge: 5 } as const;

/** The same in the files, which somebody works on. */
export const FILE_LIMITS = { edges: 20_000, fidelity: 20_000 } as const;

const NodeKey = z
  .string()
  .describe('`organisation:ILO`; `source:S12` for a work, and for one whose organisation is not established.');

export const NetworkNode = z
  .object({
    key: NodeKey,
    name: z.string().describe('The organisation, or the short name of the work.'),
    organisation: z.string().nullable().describe('Null: not established. Such works are never merged into one.'),
    sourceId: SourceId.nullable().describe('Null for an organisation.'),
    drawsOn: z.number().int().describe('On how many others it draws.'),
    drawing: z.number().int().describe('In how many citations.'),
    drawnOnBy: z.number().int().describe('How many others draw on it.'),
    drawnOn: z.number().int().describe('In how many citations.'),
    own: z.number().int().describe('Citations in which it draws on itself. Counted in none of the others.'),
  })
  .meta({ id: 'NetworkNode' });
export type NetworkNode = z.infer<typeof NetworkNode>;

export const NetworkEdge = z
  .object({
    drawing: NodeKey.describe('Key of who draws.'),
    drawnOn: NodeKey.describe('Key of whom it draws on.'),
    citations: z.number().int(),
    distorted: z.number().int().describe('Those that changed the figure, little or much.'),
    major: z.number().int().describe('Those that changed its meaning.'),
    self: z.boolean().describe('Whether it draws on itself.'),
  })
  .meta({ id: 'NetworkEdge' });
export type NetworkEdge = z.infer<typeof NetworkEdge>;

const Graph = z
  .object({
    nodes: z.array(NetworkNode).describe('The ends of the edges listed.'),
    edges: z.array(NetworkEdge).describe(`The ${LIMITS.edges} with most citations, most first.`),
    total: z
      .object({
        nodes: z.number().int(),
        edges: z.number().int(),
        citations: z.number().int(),
        distorted: z.number().int(),
        major: z.number().int(),
      })
      .describe('Of all, listed or not.'),
  })
  .meta({ id: 'NetworkGraph' });
export type NetworkGraph = z.infer<typeof Graph>;

export const FidelityEntry = z
  .object({
    key: NodeKey,
    name: z.string(),
    organisation: z.string().nullable(),
    sourceId: SourceId.nullable(),
    fidelity: FidelityDto,
  })
  .meta({ id: 'FidelityEntry' });
export type FidelityEntry = z.infer<typeof FidelityEntry>;

const FidelityList = z.object({
  entries: z.array(FidelityEntry).describe(`The ${LIMITS.fidelity} that pass on most, most first. Not a ranking.`),
  total: z.number().int(),
});
export type FidelityList = z.infer<typeof FidelityList>;

export const RepeatedClaim = z
  .object({
    claim: ClaimSummary,
    citations: z.number().int().describe('Citations that pass it on; origins and critics are not among them.'),
    roots: z
      .number()
      .int()
      .describe('Works that it goes back to, each counted once. Many citations of one root are one piece of evidence.'),
    untraced: z
      .number()
      .int()
      .describe('Of the citations, how many lead to one of which nobody knows what it drew on.'),
  })
  .meta({ id: 'RepeatedClaim' });
export type RepeatedClaim = z.infer<typeof RepeatedClaim>;

export const DistortedClaim = z
  .object({
    claim: ClaimSummary,
    fidelity: FidelityDto,
    distortions: z
      .array(z.object({ kind: DistortionKind, count: z.number().int() }))
      .describe('Of the traced citations that pass it on; a citation may have several.'),
  })
  .meta({ id: 'DistortedClaim' });
export type DistortedClaim = z.infer<typeof DistortedClaim>;

const Loop = z
  .object({
    members: z.array(NetworkNode.pick({ key: true, name: true, organisation: true, sourceId: true })),
    edges: z.array(
      z.object({
        drawing: NodeKey,
        drawnOn: NodeKey,
        citations: z.number().int(),
        claims: z
          .array(ClaimSummary)
          .describe(`Claims whose figure travels this way, ${LIMITS.claimsPerLoopEdge} at most.`),
      }),
    ),
  })
  .meta({ id: 'NetworkLoop', description: 'Everybody in it draws, directly or over others, on everybody else in it.' });
export type Loop = z.infer<typeof Loop>;

export const NetworkDto = z
  .object({
    organisations: Graph,
    sources: Graph,
    fidelity: z.object({ organisations: FidelityList, sources: FidelityList }),
    mostRepeated: z.array(RepeatedClaim),
    mostDistorted: z.array(DistortedClaim).describe('By citations that changed the meaning.'),
    loops: z.object({ organisations: z.array(Loop), sources: z.array(Loop) }),
  })
  .meta({ id: 'Network' });
export type NetworkDto = z.infer<typeof NetworkDto>;
