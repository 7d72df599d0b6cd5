import 'server-only';
import { z } from 'zod';
import { otherSpellings } from '../../domain/text/other-names';
import type { SearchQuery } from '../../domain/text/search-query';
import { swappedLetters } from '../../domain/text/typing-slips';
import { join, query, type Sql, sql } from '../../db/sql';
import type { ClaimFilters } from './schema';

export type CorrectedWord = { typed: string; used: string[] };

const NearWord = z.object({ typed: z.string(), known: z.boolean(), near: z.array(z.string()) });

/**
 * For every word that no claim has, in this spelling or its other one, the nearest words that some claim has (trigram
 * similarity of 0.35 or more, and hardly less than that of the nearest; before these, words with two letters swapped).
 * A word that shares its stem with a known one is known.
 */
export async function correctWords(words: readonly string[]): Promise<CorrectedWord[]> {
  if (words.length === 0) return [];
  const rows = await nearWords([...new Set(words.flatMap(spellings))]);
  const corrected = await Promise.all(
    words.map(async (typed) => {
      const found = rows.filter((row) => spellings(typed).includes(row.typed));
      if (found.some((row) => row.known)) return [];
      const swapped = await knownAmong(swappedLetters(typed));
      const used = swapped.length > 0 ? swapped : [...new Set(found.flatMap((row) => row.near))];
      return used.length === 0 ? [] : [{ typed, used }];
    }),
  );
  return corrected.flat();
}

async function knownAmong(words: readonly string[]): Promise<string[]> {
  const rows = await query(
    z.object({ word: z.string() }),
    sql`select word from search_words where word = any(${[...words]}::text[])`,
  );
  return rows.map((row) => row.word);
}

function spellings(word: string): string[] {
  return [word, ...otherSpellings(word)];
}

function nearWords(words: readonly string[]): Promise<z.infer<typeof NearWord>[]> {
  return query(
    NearWord,
    sql`select w.typed, numnode(plainto_tsquery('public.plumbline', w.typed)) = 0
        or exists (select from search_words s where s.word = lower(unaccent(w.typed)))
        or coalesce(bool_or(plainto_tsquery('public.plumbline', n.word) = plainto_tsquery('public.plumbline', w.typed)), false)
        as known, coalesce(array_agg(n.word order by n.likeness desc, n.word) filter (where n.word is not null), '{}') as near
      from unnest(${[...words]}::text[]) w (typed)
      left join lateral (
        select word, similarity(word, lower(unaccent(w.typed))) as likeness,
          max(similarity(word, lower(unaccent(w.typed)))) over () as best
        from search_words where word % lower(unaccent(w.typed)) and length(w.typed) > 3
          and not exists (select from search_words s where s.word = lower(unaccent(w.typed)))
        order by likeness desc, word limit 3
      ) n on n.likeness >= greatest(0.35, n.best - 0.15)
      group by w.typed`,
  );
}

/** The search as a tsquery: every word and every number must be there, each mistyped word as one of its neighbours. */
export function tsQuery(search: SearchQuery, corrected: readonly CorrectedWord[]): Sql {
  const one = (word: string) => sql`plainto_tsquery('public.plumbline', ${word})`;
  const words = search.words.map((word) => {
    const fixes = corrected.find((entry) => entry.typed === word)?.used ?? [];
    return sql`(${join([...spellings(word), ...fixes].map(one), ' || ')})`;
  });
  return sql`(${join([...words, ...search.numbers.map((number) => one(number.token))], ' && ')})`;
}

/** The conditions of the filters on `i` (claim_index). The search text comes as a tsquery, or null for none. */
export function conditions(filters: ClaimFilters, search: Sql | null): Sql[] {
  const list: Sql[] = [];
  if (search !== null) list.push(sql`i.document @@ ${search}`);
  if (filters.topic.length > 0) list.push(sql`i.topics && ${filters.topic}::text[]`);
  if (filters.geography.length > 0) list.push(sql`i.geographies && ${filters.geography}::text[]`);
  if (filters.population.length > 0) list.push(sql`i.population_group = any(${filters.population}::text[])`);
  if (filters.age.length > 0) list.push(sql`i.age_bands && ${filters.age}::text[]`);
  if (filters.kind.length > 0) list.push(sql`i.figure_kind = any(${filters.kind}::text[])`);
  if (filters.method.length > 0) list.push(sql`i.method_kind = any(${filters.method}::text[])`);
  if (filters.reliability.length > 0) list.push(sql`i.reliability = any(${filters.reliability}::text[])`);
  if (filters.transmission.length > 0) list.push(sql`i.transmission = any(${filters.transmission}::text[])`);
  if (filters.status.length > 0) list.push(sql`i.status = any(${filters.status}::text[])`);
  if (filters.yearFrom !== undefined) list.push(sql`i.year_end >= ${filters.yearFrom}`);
  if (filters.yearTo !== undefined) list.push(sql`i.year_start <= ${filters.yearTo}`);
  return [...list, ...valueConditions(filters)];
}

/** The span of the figure overlaps the span asked for. */
export function valueConditions(filters: ClaimFilters): Sql[] {
  const list: Sql[] = [];
  if (filters.valueMin !== undefined) list.push(sql`i.value_max >= ${filters.valueMin}`);
  if (filters.valueMax !== undefined) list.push(sql`i.value_min <= ${filters.valueMax}`);
  return list;
}
