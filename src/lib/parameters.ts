import { z } from 'zod';

/** A parameter that cannot be used: which one, and what it should be. */
export type Problem = { field: string; message: string };

export type RawParameters = Record<string, string | string[] | undefined>;

/** Reads the parameters of an address. A name may be given several times; keys of Object.prototype are plain names. */
export function rawParameters(search: URLSearchParams): RawParameters {
  const raw: RawParameters = Object.create(null);
  for (const name of new Set(search.keys())) {
    const values = search.getAll(name);
    raw[name] = values.length === 1 ? values[0] : values;
  }
  return raw;
}

/**
 * Checks each parameter for itself, so that one bad filter costs the reader that filter and not the page.
 * Lists may be repeated (`topic=a&topic=b`) or joined by commas; an empty value counts as not given.
 *
 * @returns what could be read, and one problem per parameter (or list member) that could not
 */
export function readParameters<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  raw: RawParameters,
): { value: z.output<z.ZodObject<Shape>>; problems: Problem[] } {
  const problems: Problem[] = [];
  const accepted: Record<string, unknown> = {};
  for (const [field, member] of Object.entries(schema.shape)) {
    const given = [raw[field] ?? []].flat().filter((text) => text !== '');
    if (given.length === 0) continue;
    const type = coreOf(member as z.ZodType);
    if (type instanceof z.ZodArray) {
      accepted[field] = readList(field, type, given, problems);
      continue;
    }
    if (given.length > 1) problems.push({ field, message: 'may be given once only' });
    const result = (member as z.ZodType).safeParse(converted(type, given[0] ?? ''));
    if (result.success) accepted[field] = result.data;
    else problems.push({ field, message: explain(result.error, type) });
  }
  return { value: schema.parse(accepted), problems };
}

function readList(field: string, type: z.ZodArray, given: readonly string[], problems: Problem[]): unknown[] {
  const values: unknown[] = [];
  for (const text of new Set(given.flatMap((value) => value.split(',')).filter((value) => value !== ''))) {
    const result = (type.element as z.ZodType).safeParse(text);
    if (!result.success) problems.push({ field, message: explain(result.error, type.element as z.ZodType) });
    else values.push(result.data);
  }
  if (type.safeParse(values).success) return values;
  problems.push({ field, message: 'has too many values' });
  return [];
}

/** The type under `.optional()` and `.default()`. */
function coreOf(type: z.ZodType): z.ZodType {
  return type instanceof z.ZodOptional || type instanceof z.ZodDefault ? coreOf(type.unwrap() as z.ZodType) : type;
}

function converted(type: z.ZodType, text: string): unknown {
  if (type instanceof z.ZodNumber) return /^[+-]?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text;
  if (type instanceof z.ZodBoolean) return text === 'true' ? true : text === 'false' ? false : text;
  return text;
}

/** What it should have been, without repeating what was sent: a reflected value is a risk and a log a memory. */
function explain(error: z.ZodError, type: z.ZodType): string {
  if (type instanceof z.ZodEnum) return `must be one of ${type.options.join(', ')}`;
  if (type instanceof z.ZodNumber) {
    const issue = error.issues[0];
    if (issue?.code === 'too_big') return `must be at most ${issue.maximum}`;
    if (issue?.code === 'too_small') return `must be at least ${issue.minimum}`;
    return type.isInt ? 'must be a whole number' : 'must be a number';
  }
  if (type instanceof z.ZodBoolean) return 'must be true or false';
  return error.issues[0]?.message ?? 'cannot be used';
}
