import type { Distortion, DistortionKind } from '../citation';
import { DISTORTION } from '../words';
import { covers } from './agreement';
import type { Difference } from './difference';

type EdgeToName = {
  computed: readonly Pick<Difference, 'kind' | 'label'>[];
  recorded: readonly Distortion[];
  disagreement: { computedOnly: readonly Pick<Difference, 'kind' | 'label'>[] } | null;
};

/** One thing that changed, in a few words: `Unit changed: percentage points → per cent`. */
export type EdgeWord = { text: string; kind: DistortionKind; isComputedOnly: boolean };

/**
 * What changed at a step, in words: each recorded distortion, made plain by what the rules found of it, then what only
 * the rules found.
 *
 * @param whole of what the figure drawn on is a share; it goes before a change of unit
 */
export function edgeWords({ computed, recorded, disagreement }: EdgeToName, whole: string | null = null): EdgeWord[] {
  const only = new Set((disagreement?.computedOnly ?? []).map(({ kind, label }) => `${kind} ${label}`));
  const agreed = computed.filter(({ kind, label }) => !only.has(`${kind} ${label}`));
  const used = new Set<number>();
  const found = (wanted: (kind: DistortionKind) => boolean) =>
    agreed.filter(({ kind }, index) => !used.has(index) && wanted(kind) && used.add(index));
  const said = ({ kind, label }: Pick<Difference, 'kind' | 'label'>) =>
    kind === 'unit-changed' && whole !== null ? `share of ${shortWhole(whole)}: ${label}` : label;
  // First what bears the same name, so that nothing of it goes to a neighbour's.
  const same = recorded.map(({ kind }) =>
    found((other) => other === kind)
      .map(said)
      .join(', '),
  );
  const named = recorded.map(({ kind }, index) => {
    const also = found((other) => covers(other, kind)).map(
      (difference) => `${DISTORTION[difference.kind].label.toLowerCase()}: ${said(difference)}`,
    );
    const details = same[index] === '' ? '' : `: ${same[index]}`;
    return { kind, text: `${details}${also.length === 0 ? '' : ` (${also.join('; ')})`}`, isComputedOnly: false };
  });
  return [
    ...named.map((word) => ({ ...word, text: `${DISTORTION[word.kind].label}${word.text}` })),
    ...(disagreement?.computedOnly ?? []).map(({ kind, label }) => ({
      kind,
      text: `Computed: ${DISTORTION[kind].label.toLowerCase()}: ${label}`,
      isComputedOnly: true,
    })),
  ];
}

/** The whole without its qualifications: "detected victims of all ages, …" is about detected victims. */
function shortWhole(whole: string): string {
  return whole.split(/,| of all ages| whose | in each /)[0] ?? whole;
}
