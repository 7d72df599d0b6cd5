import { z } from 'zod';
import { ReleaseId, Sha256 } from '../../domain/fact-sheet/release';

/** Public id of a fact sheet. Only its owner can open it; its releases have ids of their own. */
export const SheetId = z
  .string()
  .regex(/^F[1-9]\d{0,8}$/)
  .meta({ id: 'FactSheetId', example: 'F1' });

/** The files of a release. PDF and Word files are there for both sizes of paper. */
export const FileFormat = z
  .enum(['pdf-a4', 'pdf-letter', 'docx-a4', 'docx-letter', 'html', 'md', 'json', 'bib', 'ris', 'csl'])
  .meta({ id: 'FactSheetFileFormat' });
export type FileFormat = z.infer<typeof FileFormat>;

export const FILE: Readonly<Record<FileFormat, { label: string; ending: string; contentType: string }>> = {
  'pdf-a4': { label: 'PDF (A4)', ending: 'a4.pdf', contentType: 'application/pdf' },
  'pdf-letter': { label: 'PDF (US Letter)', ending: 'letter.pdf', contentType: 'application/pdf' },
  'docx-a4': {
    label: 'Word (A4)',
    ending: 'a4.docx',
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  'docx-letter': {
    label: 'Word (US Letter)',
    ending: 'letter.docx',
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  html: { label: 'Web page', ending: 'html', contentType: 'text/html; charset=utf-8' },
  md: { label: 'Markdown', ending: 'md', contentType: 'text/markdown; charset=utf-8' },
  json: { label: 'JSON', ending: 'json', contentType: 'application/json; charset=utf-8' },
  bib: { label: 'References for BibTeX', ending: 'bib', contentType: 'application/x-bibtex; charset=utf-8' },
  ris: {
    label: 'References for RIS',
    ending: 'ris',
    contentType: 'application/x-research-info-systems; charset=utf-8',
  },
  csl: {
    label: 'References as CSL-JSON',
    ending: 'csl.json',
    contentType: 'application/vnd.citationstyles.csl+json; charset=utf-8',
  },
};

/** A release in a list. */
export const ReleaseSummary = z
  .object({
    id: ReleaseId,
    sheetId: SheetId,
    number: z.number().int(),
    title: z.string(),
    audience: z.string(),
    releasedAt: z.iso.datetime({ offset: true }),
    releasedBy: z.string(),
    sha256: Sha256,
    claims: z.array(z.string()),
  })
  .meta({ id: 'FactSheetReleaseSummary' });
export type ReleaseSummary = z.infer<typeof ReleaseSummary>;
