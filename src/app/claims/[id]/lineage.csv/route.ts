import { lineageTable } from '../../../lineage-file';

export const GET = lineageTable();
