import { sheetPreviewFile } from '../../../../sheet-preview-file';

export const GET = sheetPreviewFile('docx');
