import { templateFile } from '../../../import-template-file';

export const GET = templateFile('claims', { withExample: true });
