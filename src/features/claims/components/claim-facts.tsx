import { periodText } from '../../../domain/period-text';
import { BOUND, FIGURE_KIND, MEASURE, POPULATION_GROUP } from '../../../domain/words';
import { Fact, Facts } from '../../../ui/facts';
import type { ClaimDto } from '../schema';

/** What exactly is counted: whom, where, when, under which definition. */
export function ClaimFacts({ claim }: { claim: ClaimDto }) {
  const { figure, population, geography, period } = claim;
  return (
    <section aria-labelledby="counted">
      <h2 id="counted">What exactly is counted</h2>
      <Facts>
        <Fact label="Definition">{claim.definition}</Fact>
        <Fact label="Population">
          {population.description}
          <p className="meta">
            {POPULATION_GROUP[population.group].label}
            {ageText(population)}
          </p>
        </Fact>
        <Fact label="Place">
          <a href={`/claims?geography=${geography.code}`}>{geography.name}</a>
          {geography.note === null ? null : <p className="meta">{geography.note}</p>}
        </Fact>
        <Fact label="Period">{periodText(period)}</Fact>
        {period.measure === null ? null : (
          <Fact label="Stock or flow">
            {MEASURE[period.measure].label}
            <p className="meta">{MEASURE[period.measure].meaning}</p>
          </Fact>
        )}
        {claim.series === null ? null : (
          <Fact label="Series">
            <a href={`/series/${claim.series.key}`}>{claim.series.name}</a>
          </Fact>
        )}
        <Fact label="Kind of figure">
          {FIGURE_KIND[figure.kind].label}
          {figure.bound === 'exact' || figure.kind === 'direction'
            ? null
            : `, ${BOUND[figure.bound].label.toLowerCase()}`}
          <p className="meta">{FIGURE_KIND[figure.kind].meaning}</p>
        </Fact>
        {figure.kind === 'direction' ? null : (
          <Fact label="As printed">{figure.asPrinted === null ? null : `“${figure.asPrinted}”`}</Fact>
        )}
      </Facts>
    </section>
  );
}

function ageText({ ageMin, ageMax }: ClaimDto['population']): string {
  if (ageMin !== null && ageMax !== null) return `, ${ageMin}–${ageMax} years`;
  if (ageMin !== null) return `, ${ageMin} years and over`;
  return ageMax === null ? '' : `, up to ${ageMax} years`;
}
