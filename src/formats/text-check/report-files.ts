import { renderDocx } from '../fact-sheet/docx';
import { renderHtml } from '../fact-sheet/html';
import { renderPdf } from '../fact-sheet/pdf/pdf';
import { pageFinder } from '../../domain/text/page-finder';
import type { TextReport, Unread } from './report';
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

type Run = Pick<TextReport, 'site' | 'today'> & {
  /** Files that could not be read or checked, each with why. */
  unread?: readonly Unread[];
};

/**
 * What a program reads: of every text its name and what the API answers, with the page of each finding where the text was
 * a PDF, else null.
 */
export function reportJson(reports: readonly TextReport[], { site, today, unread = [] }: Run): string {
  const texts = reports.map(({ name, check, pageStarts }) => {
    const pageOf = pageFinder(pageStarts);
    const findings = check.findings.map((finding) => ({ ...finding, page: pageOf(finding.span.start) }));
    return { name, data: { ...check, findings } };
  });
  return JSON.stringify({ checkedOn: today, evidenceBase: site, texts, unread }, null, 2);
}
