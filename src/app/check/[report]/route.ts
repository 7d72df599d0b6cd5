import { waitText } from '@/auth/limits';
import { admitTextCheck } from '@/auth/text-limits';
import { slugOf } from '@/domain/text/slug';
import { checkDraft } from '@/features/text-checks/data';
import { TEXT_MAX } from '@/features/text-checks/schema';
import { DOCUMENT_LIMITS } from '@/formats/document-text/problems';
import { readStarts } from '@/domain/text/page-finder';
import type { TextReport } from '@/formats/text-check/report';
import { reportDocx, reportHtml, reportJson, reportPdf } from '@/formats/text-check/report-files';
import { reportSarif } from '@/formats/text-check/report-sarif';
import { seeOther } from '@/http/desk-route';
import { readFormBody } from '@/http/form-body';
import { clientAddress } from '@/lib/client-address';
import { isDatabaseAway } from '@/lib/database-error';
import { publicUrl } from '@/lib/env';
import { isOwnRequest } from '@/lib/own-request';
import { quietError } from '@/lib/quiet-error';
import { today } from '@/lib/today';
import { plainPage } from '@/lib/plain-page';

export const dynamic = 'force-dynamic';

// What was found in a text, as a file. Nothing of a text is kept here, so it comes once more with each request.

type Format = { type: string; make: (report: TextReport) => string | Promise<string | Buffer> };

const FORMATS: Readonly<Record<string, Format>> = {
  'report.html': { type: 'text/html; charset=utf-8', make: reportHtml },
  'report.docx': {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    make: reportDocx,
  },
  'report.pdf': { type: 'application/pdf', make: reportPdf },
  'report.json': { type: 'application/json; charset=utf-8', make: (report) => reportJson([report], report) },
  'report.sarif': {
    type: 'application/sarif+json',
    make: (report) => `${JSON.stringify(reportSarif([report], { site: report.site }), null, 2)}\n`,
  },
};

type Context = { params: Promise<{ report: string }> };

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { report: file } = await params;
  const format = Object.hasOwn(FORMATS, file) ? FORMATS[file] : undefined;
  const refuse = (problem: string, status: number, headers = {}) => refused(request, problem, status, headers);
  if (format === undefined) return refuse('There is no report of this kind.', 404);
  if (!isOwnRequest(request.headers)) return refuse('This was not sent by a page of this site.', 403);
  const sent = await readFormBody(request, DOCUMENT_LIMITS.bytes);
  const [text, name, pages = ''] = sent.ok ? ['text', 'name', 'pages'].map((field) => textIn(sent.form, field)) : [];
  if (!text || text.length > TEXT_MAX) return refuse('No text came with this, or too long a one.', 400);
  try {
    const admission = await admitTextCheck(clientAddress(request.headers), text.length);
    if (!admission.admitted)
      return refuse(`No file was made. ${waitText(admission.waitSeconds * 1000, 'asked')} ${STILL_OPEN}`, 429, {
        'Retry-After': String(admission.waitSeconds),
      });
    const check = await checkDraft(text, { today: today(), all: false });
    const made = await format.make({
      ...{ check, text, name: name || 'pasted text', pageStarts: readStarts(pages, text) },
      ...{ site: publicUrl(), today: today() },
    });
    return fileOf(
      made,
      format.type,
      `${slugOf((name ?? '').replace(/\.\w+$/, '')) || 'text'}-checked.${file.slice('report.'.length)}`,
    );
  } catch (error) {
    if (isDatabaseAway(error))
      return refuse(`The evidence base cannot be asked just now. Try again in a minute. ${STILL_OPEN}`, 503);
    throw quietError(error);
  }
}

/** For whoever comes back to the address that the form was sent to. */
export async function GET(): Promise<Response> {
  return seeOther('/check');
}

function fileOf(made: string | Buffer, type: string, name: string): Response {
  const headers = {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name}"`,
    'Cache-Control': 'private, no-store',
  };
  return new Response(typeof made === 'string' ? made : new Uint8Array(made), { headers });
}

/** For the script of the page as a sentence; where a browser opened this by itself, as a page. */
function refused(request: Request, problem: string, status: number, headers: Record<string, string>): Response {
  const opens = request.headers.get('accept')?.includes('text/html') ?? false;
  const title = 'No file was made';
  const body = opens ? plainPage({ title, body: `<h1>${title}</h1>\n<p>${problem}</p>` }) : `${problem}\n`;
  const type = `text/${opens ? 'html' : 'plain'}; charset=utf-8`;
  return new Response(body, { status, headers: { 'Content-Type': type, 'Cache-Control': 'no-store', ...headers } });
}

const STILL_OPEN = 'The findings are not lost: they stay on their page.';

/** As on the page: a browser sends the lines of a field with two characters at their ends. */
function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : '';
}
