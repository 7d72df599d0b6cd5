import { networkChartFile } from '../../network-file';

export const GET = networkChartFile('svg');
