import { MINOR_DISTORTIONS, type DistortionKind } from '../../../domain/citation';
import { CITATION_ROLE, DISTORTION, ORIGIN_STATE, RELATION } from '../../../domain/words';
import { WordList } from './word-list';

/** Where a citation has the figure from, and what it does with it. */
export function CitationWords() {
  return (
    <>
      <p>Each citation says what it does with the figure:</p>
      <WordList words={CITATION_ROLE} />
      <p>and where it has the figure from. Exactly one of these three is true of it:</p>
      <WordList words={ORIGIN_STATE} />
    </>
  );
}

const KINDS = Object.keys(DISTORTION) as DistortionKind[];
const MAJOR = KINDS.filter((kind) => !MINOR_DISTORTIONS.has(kind));
const MINOR = KINDS.filter((kind) => MINOR_DISTORTIONS.has(kind));

/** Every way in which a citation can differ from the one it drew from. */
export function DistortionWords() {
  const of = (kinds: readonly DistortionKind[]) => Object.fromEntries(kinds.map((kind) => [kind, DISTORTION[kind]]));
  return (
    <>
      <h3 id="major-distortions">Major: the meaning changed</h3>
      <WordList words={of(MAJOR)} />
      <h3 id="minor-distortions">Minor: the meaning is still there</h3>
      <WordList words={of(MINOR)} />
    </>
  );
}

/** How claims hang together. */
export function RelationWords() {
  const words = Object.entries(RELATION).map(([kind, { outgoing, incoming, meaning }]) => {
    const label = outgoing === incoming ? outgoing : `${outgoing} · ${incoming}`;
    return [kind, { label, meaning }] as const;
  });
  return <WordList words={Object.fromEntries(words)} />;
}
