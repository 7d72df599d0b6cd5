import { seriesTableFile } from '../../../series-file';

export const GET = seriesTableFile();
