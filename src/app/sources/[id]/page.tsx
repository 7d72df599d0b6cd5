import { sourceMetadata } from './source-metadata';
import { SourcePage } from './source-page';

// The permanent address: it works for ever, whatever the words behind it become.
// Rendered once and kept for ten seconds, so that a correction is seen within ten seconds.
export const revalidate = 10;

type Props = { params: Promise<{ id: string }> };

/** None at build: the build has no database. */
export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props) {
  return sourceMetadata((await params).id);
}

export default async function Page({ params }: Props) {
  return <SourcePage id={(await params).id} />;
}
