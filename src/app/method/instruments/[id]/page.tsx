import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { InstrumentDetail } from '@/features/appraisals/components/instrument-pages';
import { loadInstrument, loadInstruments } from '@/features/appraisals/loaders';

// Made from files: whatever had none when the product was built is not found.
export const dynamicParams = false;

type Props = { params: Promise<{ id: string }> };

export function generateStaticParams() {
  return loadInstruments().map(({ id }) => ({ id }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const instrument = loadInstrument((await params).id);
  return { title: instrument?.title ?? 'Not found', description: instrument?.about };
}

export default async function InstrumentPage({ params }: Props) {
  const instrument = loadInstrument((await params).id);
  if (instrument === null) notFound();
  return (
    <div className="prose">
      <p className="eyebrow">
        <a href="/method/instruments">Instruments</a>
      </p>
      <h1>{instrument.title}</h1>
      <InstrumentDetail instrument={instrument} />
    </div>
  );
}
