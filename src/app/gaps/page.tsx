import type { Metadata } from 'next';
import { GapContents, GapLegend } from '@/features/gaps/components/gap-legend';
import { GapTable } from '@/features/gaps/components/gap-table';
import { NamedGaps } from '@/features/gaps/components/named-gaps';
import { loadGapMap } from '@/features/gaps/loaders';

export const metadata: Metadata = {
  title: 'Where evidence is missing',
  description:
    'Topics by region and by population: how many claims there are, how good and how old, and where none is.',
};

export const dynamic = 'force-dynamic';

export default async function GapsPage() {
  const map = await loadGapMap();
  return (
    <div>
      <h1>Where evidence is missing</h1>
      <p className="lead">{map.lead}</p>
      <div className="prose">
        <p>
          An empty cell says that this evidence base holds no figure. It does not say that nothing happens there, nor
          that nobody has studied it: a work that exists may not have been entered yet.
        </p>
      </div>
      <GapContents />
      <GapLegend asOfYear={map.asOfYear} />
      <h2 id="regions">By region</h2>
      <p className="meta">{map.regionNote}</p>
      <GapTable
        finding={map.regionFinding}
        name="Claims by topic and region"
        lineHead="Region (UN M49)"
        matrix={map.regions}
        files="/gaps/regions"
      />
      <h2 id="populations">By population</h2>
      <p className="meta">
        An age band holds claims of a stated age range that reaches into it and is narrower than all of childhood. A
        claim of several topics or age bands counts in each, and once under all topics.
      </p>
      <GapTable
        finding={map.populationFinding}
        name="Claims by topic and population"
        lineHead="Population"
        matrix={map.populations}
        files="/gaps/populations"
      />
      <p className="meta">Sources: {map.sources}</p>
      <NamedGaps map={map} />
    </div>
  );
}
