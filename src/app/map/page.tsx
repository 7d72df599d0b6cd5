import type { Metadata } from 'next';
import { PlaceTable } from '@/features/places/components/place-table';
import { loadPlaceMap } from '@/features/places/loaders';
import { ChartFrame } from '@/ui/chart-frame';

export const metadata: Metadata = {
  title: 'Claims by country',
  description: 'A map of the world with the number of claims about each country, and tables of countries and regions.',
};

export const dynamic = 'force-dynamic';

const FILES = ['svg', 'png', 'csv'].map((kind) => ({ label: kind.toUpperCase(), href: `/map/countries.${kind}` }));

export default async function MapPage() {
  const map = await loadPlaceMap();
  return (
    <div>
      <h1>Claims by country</h1>
      <p className="lead">{map.lead}</p>
      <div className="place-map">
        <ChartFrame {...map.chart} downloads={FILES} />
      </div>
      <div className="prose">
        <p>
          A country without a number is one that no claim here speaks of by itself. That says nothing of what happens
          there. <a href="/gaps">Where evidence is missing</a> shows the same by topic.
        </p>
        {map.undrawn.length === 0 ? null : (
          <p>Not on the map, because its place is not in the map’s data: {map.undrawn.join(', ')}.</p>
        )}
      </div>
      <h2>Countries</h2>
      <PlaceTable caption="Claims about one country or territory" placeHead="Country" places={map.countries} />
      <h2>Larger areas</h2>
      <PlaceTable
        caption="Claims about an area larger than a country. The link leads to those of the places inside as well; reliability and year are of all these."
        placeHead="Area (UN M49)"
        places={map.areas}
        nested
      />
    </div>
  );
}
