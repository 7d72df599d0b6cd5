import { seriesChartFile } from '../../../series-file';

export const GET = seriesChartFile('png');
