import { lineageFile } from '../../../lineage-file';

export const GET = lineageFile('svg');
