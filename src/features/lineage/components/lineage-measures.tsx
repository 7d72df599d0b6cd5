import { dateText } from '../../../domain/partial-date';
import { edgeWords } from '../../../domain/lineage/edge-words';
import { DISTORTION } from '../../../domain/words';
import { Fact, Facts } from '../../../ui/facts';
import { intervalOfShareText, outcomesText, shareText, TOO_FEW } from '../../sources/components/fidelity-text';
import type { LineageDto } from '../schema';

/** What the citing did: how much stands behind it, what was lost, and whether it walks on after its end. */
export function LineageMeasures({ lineage }: { lineage: LineageDto }) {
  const { support, fidelity, amplification, invention, bias, zombie } = lineage.measures;
  return (
    <>
      <Facts>
        <Fact label="Independent support">
          {count(support.citations, 'citation')}, {count(support.roots, 'root')}
          {support.untraced > 0 ? `, ${support.untraced} untraced` : ''}
          {support.looped > 0 ? `, ${support.looped} in a ring` : ''}
          <p className="meta">
            Many citations with one root are one piece of evidence. Critics are not counted; the drawing also shows
            citations of other claims.
          </p>
        </Fact>
        {fidelity.n === 0 ? null : (
          <Fact label="Passed on">
            {outcomesText(fidelity)} (n = {fidelity.n})<p className="meta">{passedOnShare(fidelity)}</p>
          </Fact>
        )}
        <Fact label="Amplification">
          {amplification.withoutData === 0
            ? 'Nobody is recorded to pass it on'
            : `${count(amplification.withoutData, 'citation')} without data of ${amplification.withoutData === 1 ? 'its' : 'their'} own, going back to ${count(amplification.withData, 'work')}`}
        </Fact>
        {invention.of === 0 ? null : (
          <Fact label="Hardened into fact">
            {invention.hardened} of {invention.of} dropped a caveat
          </Fact>
        )}
        {bias === null ? null : (
          <Fact label="Citation bias">
            {bias.passedOn === 0
              ? `Nobody is recorded to pass it on since it was criticised (${dateText(bias.criticisedSince)})`
              : `${bias.tellOfIt} of ${bias.passedOn} who passed it on since it was criticised (${dateText(bias.criticisedSince)}) tell of the criticism`}
          </Fact>
        )}
        {zombie === null ? null : (
          <Fact label={`After it was ${zombie.because}`}>
            {zombie.of === 0
              ? `No citation has a date that could be set against ${dateText(zombie.since)}`
              : `${zombie.after} of ${zombie.of} dated citations are later than ${dateText(zombie.since)}`}
            {zombie.age === null ? '' : `, by ${years(zombie.age)}`}
          </Fact>
        )}
      </Facts>
      <Disagreements lineage={lineage} />
    </>
  );
}

function passedOnShare(fidelity: LineageDto['measures']['fidelity']): string {
  const share = shareText(fidelity);
  if (share === null) return TOO_FEW;
  return `Accurate: ${share} of the ${fidelity.traced} whose own source is known, 95 % interval ${intervalOfShareText(fidelity)}.`;
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString('en-GB')} ${noun}${number === 1 ? '' : 's'}`;
}

function years({ least, median, most }: { least: number; median: number; most: number }): string {
  return least === most ? count(most, 'year') : `${least} to ${most} years (median ${median})`;
}

/** The check: where the rules found what no editor recorded, or the numbers speak against the record. */
function Disagreements({ lineage }: { lineage: LineageDto }) {
  const nodes = new Map(lineage.nodes.map((node) => [node.id, node]));
  const list = lineage.edges.flatMap((edge) => {
    const node = nodes.get(edge.to);
    return edge.disagreement === null || node === undefined ? [] : [{ edge, node, disagreement: edge.disagreement }];
  });
  if (list.length === 0) return null;
  return (
    <div className="notice lineage-check">
      <p className="notice-title">
        Check: rule and record differ at {list.length === 1 ? 'one step' : `${list.length} steps`}
      </p>
      <ul>
        {list.map(({ edge, node, disagreement }) => (
          <li key={edge.to}>
            <a href={`/claims/${node.claimId}#citation-${node.id}`}>{node.source.shortName}</a>
            {disagreement.computedOnly.length === 0
              ? ''
              : `: ${edgeWords({ ...edge, recorded: [] })
                  .filter(({ isComputedOnly }) => isComputedOnly)
                  .map(({ text }) => text)
                  .join('; ')}, recorded by nobody`}
            {disagreement.recordedOnly.length === 0
              ? ''
              : `; recorded as ${disagreement.recordedOnly.map((kind) => DISTORTION[kind].label.toLowerCase()).join(', ')}, which its numbers do not show`}
          </li>
        ))}
      </ul>
      <p className="meta">
        Both stand until an editor settles it. Of a source’s wording eight words at most are kept, so that a rule may
        miss what stands in the rest. <a href="/method#lineage">How it is worked out</a>
      </p>
    </div>
  );
}
