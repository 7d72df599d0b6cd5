import { claimCitationFile } from '../../../citation-file';

export const GET = claimCitationFile('ris');
