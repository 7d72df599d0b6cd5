import { gapChartFile } from '../../gap-file';

export const GET = gapChartFile('populations', 'svg');
