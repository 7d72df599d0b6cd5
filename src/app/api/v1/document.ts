import { openApiDocument } from '@/http/openapi';
import { publicUrl } from '@/lib/env';
import { OPERATIONS } from './operations';

/** The OpenAPI 3.1 document of API v1. */
export function apiDocument() {
  return openApiDocument(
    {
      title: 'Plumbline API',
      version: '1',
      description:
        'Statistical claims on the commercial sexual exploitation of children, each with its citations, method notes and reliability. Reading needs no key; making drafts and importing files needs one. Every claim comes with its origin, its grades and what it does not measure: pass them on with the figure.',
      server: publicUrl(),
    },
    OPERATIONS,
  );
}
