import { fidelityFile } from '../../network-file';

export const GET = fidelityFile;
