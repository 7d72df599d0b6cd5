import { sourceCitationFile } from '../../../citation-file';

export const GET = sourceCitationFile('json');
