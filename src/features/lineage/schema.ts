import { z } from 'zod';
import { CitationRole, Distortion, DistortionKind, OriginState } from '../../domain/citation';
import { RelationKind } from '../../domain/claim';
import { MethodKind } from '../../domain/method';
import { Reliability } from '../../domain/grade';
import { ProvDocument } from '../../domain/prov';
import { FidelityDto } from '../sources/schema';
import { ClaimId, FigureDto } from '../claims/schema';

/** A claim that the lineage leads through, or that its line goes on with. */
export const LineageClaim = z
  .object({
    id: ClaimId,
    slug: z.string(),
    statement: z.string(),
    figure: FigureDto,
    period: z.string().nullable().describe('The reference period in words; null: not established.'),
    methodKind: MethodKind.nullable(),
    reliability: Reliability,
    provisional: z.boolean().describe('True until two editors have judged.'),
    doesNotMeasure: z.array(z.string()),
  })
  .meta({ id: 'LineageClaim' });
export type LineageClaim = z.infer<typeof LineageClaim>;

/** One place where the figure stands. */
export const LineageNode = z
  .object({
    id: z.number().int(),
    claimId: ClaimId.describe('The claim in question, or another one that its lineage leads through.'),
    source: z.object({
      id: z.string(),
      shortName: z.string(),
      title: z.string(),
      organisation: z.string().nullable(),
      issued: z.string().nullable(),
      url: z.string().nullable(),
    }),
    locator: z.string().nullable(),
    figureAsPrinted: z.string().nullable(),
    role: CitationRole,
    originState: OriginState,
    searchLog: z.string().nullable(),
    distortions: z.array(Distortion).describe('As recorded, of an untraced citation too.'),
    component: z.number().int().describe('Place of its component in `components`.'),
    depth: z.number().int().describe('Steps from the root; 0 for a root and for members of a loop.'),
  })
  .meta({ id: 'LineageNode' });
export type LineageNode = z.infer<typeof LineageNode>;

export const ComputedDifference = z
  .object({
    kind: DistortionKind,
    aspect: z.enum([
      'number',
      'unit',
      'bound',
      'interval',
      'measure',
      'denominator',
      'population',
      'place',
      'period',
      'attribution',
    ]),
    label: z.string().describe('From what to what: "percentage points → per cent".'),
  })
  .meta({ id: 'ComputedDifference' });

/** What changed between a citation and the one it drew from. */
export const LineageEdge = z
  .object({
    from: z.number().int().describe('The citation that was drawn on.'),
    to: z.number().int().describe('The citation that drew on it.'),
    computed: z.array(ComputedDifference).describe('Worked out by rule; of a wording eight words at most are known.'),
    recorded: z.array(Distortion).describe('Recorded by an editor.'),
    disagreement: z
      .object({ computedOnly: z.array(ComputedDifference), recordedOnly: z.array(DistortionKind) })
      .nullable()
      .describe('Where rule and editor differ; null where they agree as far as can be told.'),
    severity: z
      .enum(['none', 'minor', 'major', 'unrecorded', 'unknown'])
      .describe('The worst that was recorded; unrecorded: found by rule only; unknown: no wording to compare.'),
  })
  .meta({ id: 'LineageEdge' });
export type LineageEdge = z.infer<typeof LineageEdge>;

export const LineageComponent = z
  .object({
    kind: z.enum(['origin', 'untraced', 'loop']),
    root: z.number().int().nullable().describe('Null in a loop, in which nobody can have been first.'),
    loop: z.array(z.number().int()),
    members: z.array(z.number().int()).describe('From the root outwards.'),
    depth: z.number().int(),
    leaves: z.number().int(),
  })
  .meta({ id: 'LineageComponent' });

/** A later claim of the line, and whether its way of counting broke with the one before. */
export const Successor = z
  .object({
    claim: LineageClaim,
    after: ClaimId.describe('The claim that it supersedes or continues.'),
    kind: RelationKind,
    note: z.string().nullable(),
    isBreak: z.boolean().describe('The method changed: the two do not make a trend.'),
    origin: z.object({ id: z.string(), shortName: z.string(), issued: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'Successor' });
export type Successor = z.infer<typeof Successor>;

export const LineageMeasures = z
  .object({
    support: z.object({
      citations: z.number().int(),
      roots: z.number().int().describe('Works that all citations go back to, each counted once.'),
      untraced: z.number().int(),
      looped: z.number().int(),
    }),
    fidelity: FidelityDto.describe('How faithfully the claim was passed on, by what was recorded.'),
    bias: z.object({ criticisedSince: z.string(), passedOn: z.number().int(), tellOfIt: z.number().int() }).nullable(),
    amplification: z.object({ withData: z.number().int(), withoutData: z.number().int() }),
    invention: z.object({ hardened: z.number().int(), of: z.number().int() }),
    zombie: z
      .object({
        since: z.string(),
        because: z.enum(['superseded', 'disputed']),
        after: z.number().int(),
        of: z.number().int(),
        age: z.object({ least: z.number(), median: z.number(), most: z.number() }).nullable().describe('Years.'),
      })
      .nullable(),
  })
  .meta({ id: 'LineageMeasures' });

export const LineageDto = z
  .object({
    claim: LineageClaim,
    nodes: z.array(LineageNode),
    edges: z.array(LineageEdge),
    components: z.array(LineageComponent),
    rivals: z.array(
      z.object({ id: z.number().int(), reason: z.enum(['older-than-its-origin', 'in-print-before', 'second-origin']) }),
    ),
    claims: z.array(LineageClaim).describe('Every other claim that a node belongs to.'),
    relations: z
      .array(z.object({ kind: RelationKind, from: ClaimId, to: ClaimId }))
      .describe('Between the claims named here: `from` supersedes, continues, misquotes … `to`.'),
    successors: z.array(Successor).describe('Later claims of the line, each after the one it follows.'),
    measures: LineageMeasures,
  })
  .meta({ id: 'Lineage' });
export type LineageDto = z.infer<typeof LineageDto>;

export { ProvDocument };
