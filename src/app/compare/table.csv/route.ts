import { comparisonTableFile } from '../../comparison-file';

export const GET = comparisonTableFile;
