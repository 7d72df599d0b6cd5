import 'server-only';
import { cache } from 'react';
import { edgeWords } from '../../domain/lineage/edge-words';
import { FOLD_ABOVE, OPEN_MAX } from '../../domain/lineage/outline';
import { COLUMN, NARROW, pageSvg } from '../../formats/svg/chart';
import { findingOf, lineageChart } from '../../formats/svg/lineage-drawing';
import { getLineage } from './data';
import { ofRoot } from './filters';
import type { LineageDto } from './schema';

export type LineageView = {
  lineage: LineageDto;
  title: string;
  units: string;
  sources: string;
  svg: { wide: string; narrow: string };
  /** Large groups show their root and a count only; the page of the lineage opens them. */
  isFolded: boolean;
  /** By citation: what a rule found and nobody recorded, in words. */
  found: ReadonlyMap<number, readonly string[]>;
};

const load = cache(getLineage);

/** The lineage as it is, for others who need it on the same page. */
export const loadLineageData = load;

/** The lineage as it stands on the page of its claim: folded where it is large. */
export async function loadLineage(id: string): Promise<LineageView | null> {
  const lineage = await load(id);
  return lineage === null ? null : view(lineage, lineage.nodes.length > FOLD_ABOVE);
}

/** The whole lineage, or the group of one root, open as far as it can be drawn. Null where there is no such claim. */
export async function loadWholeLineage(
  id: string,
  root: number | null,
): Promise<(LineageView & { isPart: boolean }) | null> {
  const lineage = await load(id);
  if (lineage === null) return null;
  const part = root === null ? null : ofRoot(lineage, root);
  const shown = part ?? lineage;
  return { ...view(shown, shown.nodes.length > OPEN_MAX), isPart: part !== null };
}

function view(lineage: LineageDto, isFolded: boolean): LineageView {
  const [wide, narrow] = [COLUMN, NARROW].map((look) => lineageChart(lineage, look, isFolded));
  if (wide === undefined || narrow === undefined) throw new Error('both looks are drawn');
  return {
    lineage,
    title: findingOf(lineage),
    units: wide.units,
    sources: wide.sources,
    svg: { wide: pageSvg(wide), narrow: pageSvg(narrow) },
    isFolded,
    found: new Map(
      lineage.edges.map((edge) => [
        edge.to,
        edgeWords(edge).flatMap(({ text, isComputedOnly }) => (isComputedOnly ? [text] : [])),
      ]),
    ),
  };
}
