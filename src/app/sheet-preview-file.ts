import { readToDraw } from '@/features/fact-sheets/chart-data';
import { getSheet, stateOfSheet } from '@/features/fact-sheets/data';
import { FILE, type FileFormat } from '@/features/fact-sheets/schema';
import { drawnCharts } from '@/formats/fact-sheet/charts';
import { renderDocx } from '@/formats/fact-sheet/docx';
import { renderPdf } from '@/formats/fact-sheet/pdf/pdf';
import { previewOf } from '@/formats/fact-sheet/preview';
import { printOf } from '@/formats/fact-sheet/print';
import { deskRoute } from '@/http/desk-route';
import { today } from '@/lib/today';

/** A sheet of one's own as the file that it would be, marked as a preview on every page. */
export function sheetPreviewFile(kind: 'pdf' | 'docx') {
  return deskRoute('fact-sheet.own', async (_request, actor, { id = '' }) => {
    const found = await getSheet(actor, id);
    if (found === null || found.deletedAt !== null) return new Response('There is no such sheet.\n', { status: 404 });
    const { content: sheet } = found;
    const { claims, findings } = await stateOfSheet(sheet, today());
    const charts = drawnCharts(await readToDraw(sheet, claims));
    const print = printOf(previewOf({ sheet, claims, findings, charts, name: actor.name, day: today() }), sheet.paper);
    const bytes = kind === 'pdf' ? await renderPdf(print) : await renderDocx(print);
    const format: FileFormat = kind === 'pdf' ? 'pdf-a4' : 'docx-a4';
    return new Response(new Uint8Array(bytes), {
      headers: {
        'Content-Type': FILE[format].contentType,
        'Content-Disposition': `${kind === 'pdf' ? 'inline' : 'attachment'}; filename="plumbline-${id}-preview.${kind}"`,
        'Cache-Control': 'private, no-store',
      },
    });
  });
}
