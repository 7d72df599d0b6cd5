import { templateFile } from '../../../import-template-file';

export const GET = templateFile('sources', { withExample: true });
