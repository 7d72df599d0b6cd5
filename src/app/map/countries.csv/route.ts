import { mapTableFile } from '../../map-file';

export const GET = mapTableFile();
