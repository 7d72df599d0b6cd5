import { comparisonChartFile } from '../../comparison-file';

export const GET = comparisonChartFile('png');
