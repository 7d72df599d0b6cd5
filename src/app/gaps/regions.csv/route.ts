import { gapTableFile } from '../../gap-file';

export const GET = gapTableFile('regions');
