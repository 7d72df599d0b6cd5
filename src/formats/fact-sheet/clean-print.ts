import { allowedInXml } from '../svg/markup';
import type { Print } from './print-model';
import { readUrl } from '../../lib/read-url';

/** A tree whose texts may stand in any file: without control characters, with line feeds as the only ends of a line. */
export function cleanPrint(print: Print): Print {
  return cleaned(print);
}

function cleaned<T>(value: T): T {
  if (typeof value === 'string') return allowedInXml(value.replace(/\r\n?/g, '\n')) as T;
  if (Array.isArray(value)) return value.map(cleaned) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, cleaned(inside)])) as T;
}

/** An address that a link may lead to: on the web, a mailbox, or a place in the same file. Anything else: null. */
export function followable(href: string | undefined): string | null {
  if (href === undefined || !/^(https?:\/\/|mailto:|#)[^\s"<>]+$/i.test(href)) return null;
  return href.startsWith('#') || readUrl(href) !== null ? href : null;
}

/** A language tag as BCP 47 writes it, or null: a file names no language rather than a wrong one. */
export function languageTag(language: string): string | null {
  return /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(language) && language !== 'und' ? language : null;
}
