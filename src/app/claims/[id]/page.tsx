import { claimMetadata } from './claim-metadata';
import { ClaimPage } from './claim-page';

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
  return claimMetadata((await params).id);
}

export default async function Page({ params }: Props) {
  return <ClaimPage id={(await params).id} />;
}
