import { mapFile } from '../../map-file';

export const GET = mapFile('png');
