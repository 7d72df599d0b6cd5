import { type Problem, type RawParameters, readParameters } from '../../lib/parameters';
import { CorrectionFilters } from './schema';

/** The filters of the log of corrections, from an address. */
export function readCorrectionFilters(raw: RawParameters): { filters: CorrectionFilters; problems: Problem[] } {
  const { value: filters, problems } = readParameters(CorrectionFilters, raw);
  return { filters, problems };
}

/** The filters as the search part of an address, without the question mark. */
export function correctionSearch({ kind }: CorrectionFilters): string {
  return new URLSearchParams(kind.map((value) => ['kind', value])).toString();
}
