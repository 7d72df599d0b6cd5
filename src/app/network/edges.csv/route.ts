import { edgesFile } from '../../network-file';

export const GET = edgesFile;
