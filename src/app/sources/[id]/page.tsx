import { sourceMetadata } from './source-metadata';
import { SourcePage } from './source-page';

// The permanent address: it works for ever, whatever the words behind it become.
// Rendered at the first request and kept: after ten seconds the next reader has it made anew, and after twenty
// (expireTime in next.config.ts) waits for that.
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
