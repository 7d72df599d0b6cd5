import 'server-only';
import { query, sql } from '../../db/sql';
import { TermDto } from './schema';

/** All older terms with the ones to write instead, in alphabetical order. */
export function listTerms(): Promise<TermDto[]> {
  return query(
    TermDto,
    sql`select older, preferred, advice, note, authority, json_build_object('level', verification_level,
      'confidence', verification_confidence, 'how', verification_how) as verification
    from terms order by lower(older)`,
  );
}
