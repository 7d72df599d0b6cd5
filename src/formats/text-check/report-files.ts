import { renderDocx } from '../fact-sheet/docx';
import { renderHtml } from '../fact-sheet/html';
import { renderPdf } from '../fact-sheet/pdf/pdf';
import type { TextReport } from './report';
import { printOfReport } from './report-print';

// The annotated report as a file. The same report gives the same bytes.

/** One file that loads nothing and runs nothing. */
export function reportHtml(report: TextReport): string {
  return renderHtml(printOfReport(report));
}

/** Tagged (PDF/UA-1), with its fonts. */
export function reportPdf(report: TextReport): Promise<Buffer> {
  return renderPdf(printOfReport(report));
}

export function reportDocx(report: TextReport): Promise<Buffer> {
  return renderDocx(printOfReport(report));
}

/** What a program reads: of every text its name and what the API answers. */
export function reportJson(...reports: readonly TextReport[]): string {
  const [first] = reports;
  const texts = reports.map(({ name, check }) => ({ name, data: check }));
  return JSON.stringify({ checkedOn: first?.today ?? null, evidenceBase: first?.site ?? null, texts }, null, 2);
}
