import type { Release, ReleaseChart, SheetFinding } from '../../domain/fact-sheet/release';
import type { Sheet } from '../../domain/fact-sheet/sheet';
import type { SheetClaim } from '../../domain/fact-sheet/sheet-claim';
import { publicUrl } from '../../lib/env';

type Previewed = {
  sheet: Sheet;
  claims: SheetClaim[];
  findings: SheetFinding[];
  charts: ReleaseChart[];
  /** Who writes it. */
  name: string;
  /** ISO date. */
  day: string;
};

/** A sheet as it would print if it were released: without number, hash and address, and marked as what it is. */
export function previewOf({ sheet, claims, findings, charts, name, day }: Previewed): Release {
  return {
    isPreview: true,
    sha256: '',
    document: {
      format: 'plumbline-fact-sheet/1',
      id: 'R00000000',
      number: 1,
      sheetId: 'F1',
      previous: null,
      releasedAt: `${day}T00:00:00.000Z`,
      releasedBy: name,
      verifyAt: `${publicUrl()}/verify`,
      sheet,
      claims,
      charts,
      findings,
    },
  };
}
