import 'server-only';
import type { TextCheck } from './schema';

/**
 * Finds every figure of a text and holds it against the evidence base.
 *
 * @param today ISO date @param all also the numbers that are no statistics
 */
export async function checkDraft(_text: string, _options: { today: string; all: boolean }): Promise<TextCheck> {
  throw new Error('being built');
}
