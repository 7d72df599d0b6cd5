import { dirname, join } from 'node:path/posix';
import { parseSync } from 'oxc-parser';

// The rules of the house as a table, and the checker that holds source files against it.

export type SourceFile = { path: string; text: string };

/** Which layer a file belongs to. The first pattern that fits counts. */
const LAYERS: readonly [layer: string, pattern: RegExp][] = [
  // What the API offers, told once for its handlers, its document and its documentation.
  ['operations', /^src\/app\/api\/v1\/(document|operations|keyed-operations)\.ts$/],
  // Handlers, and what they share: under app/api, or named after the file it answers with.
  ['api', /^src\/app\/(api\/|(.*\/)?route\.ts$|[\w-]+-file\.ts$)/],
  ['app', /^src\/app\//],
  ['cli', /^src\/cli\//],
  ['components', /^src\/features\/[\w-]+\/components\//],
  ['loaders', /^src\/features\/[\w-]+\/loaders\.ts$/],
  ['actions', /^src\/features\/[\w-]+\/actions\.ts$/],
  ['mutations', /^src\/features\/[\w-]+\/(mutations|[\w-]+-writer)\.ts$/],
  ['data', /^src\/features\/[\w-]+\/(data|bundle|[\w-]+-(data|sql))\.ts$/],
  ['schema', /^src\/features\/[\w-]+\/(schema|filters)\.ts$/],
  ['formats', /^src\/formats\//],
  ['domain', /^src\/domain\//],
  ['http', /^src\/http\//],
  ['auth', /^src\/auth\//],
  ['ui', /^src\/ui\//],
  ['lib', /^src\/lib\//],
  ['db', /^src\/db\//],
  // Next calls these two by their place: the one belongs to routing, the other starts what runs beside the requests.
  ['app', /^src\/proxy\.ts$/],
  ['start', /^src\/instrumentation\.ts$/],
];

/** Layer → layers it may import, itself always among them; `types` may be imported as types only. */
const MAY_IMPORT: Record<string, { values: readonly string[]; types?: readonly string[] }> = {
  app: { values: ['loaders', 'actions', 'components', 'ui', 'lib', 'operations'], types: ['schema', 'domain'] },
  start: { values: ['mutations', 'data', 'formats', 'lib'] },
  operations: { values: ['http', 'schema', 'lib'] },
  api: { values: ['operations', 'http', 'auth', 'schema', 'data', 'mutations', 'formats', 'domain', 'lib'] },
  cli: { values: ['schema', 'data', 'mutations', 'formats', 'domain', 'db', 'lib'] },
  loaders: { values: ['data', 'auth', 'schema', 'formats', 'domain', 'lib'] },
  actions: { values: ['schema', 'mutations', 'data', 'loaders', 'auth', 'formats', 'domain', 'lib'] },
  data: { values: ['db', 'domain', 'schema', 'lib'] },
  mutations: { values: ['db', 'domain', 'schema', 'lib', 'data'] },
  components: { values: ['domain', 'ui', 'lib', 'schema', 'actions'], types: ['loaders'] },
  formats: { values: ['domain', 'lib'], types: ['schema'] },
  schema: { values: ['domain', 'lib'] },
  domain: { values: [] },
  http: { values: ['auth', 'domain', 'lib'] },
  // The identity provider may bring somebody new: their account is made by the one writer of accounts.
  auth: { values: ['db', 'domain', 'mutations', 'lib'] },
  ui: { values: ['lib'] },
  lib: { values: [] },
  db: { values: ['lib'] },
};

/** Packages a layer is restricted to (Node's built-ins count as packages). A layer that is not named has no limit. */
const ONLY_PACKAGES: Record<string, RegExp> = {
  domain: /^zod$/,
  schema: /^zod$/,
};

/** Packages that belong to one layer, and to nobody else. */
const PACKAGE_HOMES: readonly [pattern: RegExp, layers: readonly string[]][] = [
  [/^(pg|@prisma\/)/, ['db', 'cli']],
  [/^better-auth/, ['auth']],
];

const LINES_MAX = { file: 300, function: 50 };

type Import = { specifier: string; typeOnly: boolean };

/** Everything that is wrong with these files, one sentence each: the file, what it does, and the rule. */
export function findOffences(files: readonly SourceFile[]): string[] {
  const known = new Set(files.map((file) => file.path));
  const parsed = files.map((file) => ({ ...file, ...parse(file) }));
  const links = parsed.flatMap(({ path, imports }) =>
    imports.map((found) => ({ from: path, ...found, to: resolve(path, found.specifier, known) })),
  );
  return [
    ...parsed.flatMap((file) => shapeOffences(file)),
    ...links.flatMap((link) => (link.to === null ? packageOffence(link) : layerOffence({ ...link, to: link.to }))),
    ...featureCycles(links),
  ];
}

type Parsed = SourceFile & ReturnType<typeof parse>;

function parse({ path, text }: SourceFile) {
  const { module, program, comments, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  const fromExports = module.staticExports.flatMap(({ entries }) => {
    const sources = new Set(entries.flatMap((entry) => (entry.moduleRequest ? [entry.moduleRequest.value] : [])));
    return [...sources].map((specifier) => ({ specifier, typeOnly: entries.every((entry) => entry.isType) }));
  });
  const imports: Import[] = [
    ...module.staticImports.map(({ moduleRequest, entries }) => ({
      specifier: moduleRequest.value,
      typeOnly: entries.length > 0 && entries.every((entry) => entry.isType),
    })),
    ...fromExports,
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => ({
      specifier: text.slice(start + 1, end - 1),
      typeOnly: false,
    })),
  ];
  return { imports, program: program as unknown as Node, comments };
}

/** The file of the project that an import means, without its ending; null for a package. */
function resolve(from: string, specifier: string, known: ReadonlySet<string>): string | null {
  const path = specifier.startsWith('@/') ? `src/${specifier.slice(2)}` : join(dirname(from), specifier);
  if (!specifier.startsWith('.') && !specifier.startsWith('@/')) return null;
  const candidates = [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`];
  return candidates.find((candidate) => known.has(candidate)) ?? path;
}

export function layerOf(path: string): string | null {
  return LAYERS.find(([, pattern]) => pattern.test(path))?.[0] ?? null;
}

type Link = { from: string; specifier: string; typeOnly: boolean; to: string };

function layerOffence({ from, specifier, typeOnly, to }: Link): string[] {
  const [layer, target] = [layerOf(from), layerOf(/\.\w+$/.test(to) ? to : `${to}.ts`)];
  // Styles, and data files beside the code, are of no layer.
  if (layer === null || target === null || /\.(css|json|svg|woff2)$/.test(to)) return [];
  if (layer === target) return [];
  const { values, types = [] } = MAY_IMPORT[layer] ?? { values: [] };
  if (values.includes(target) || (typeOnly && types.includes(target))) return [];
  const allowed = [...values, ...types.map((name) => `types of ${name}`)].join(', ') || 'nothing but itself';
  return [`${from} imports "${specifier}" (${target}): ${layer} may import ${allowed}`];
}

function packageOffence({ from, specifier }: { from: string; specifier: string }): string[] {
  const layer = layerOf(from) ?? '';
  const only = ONLY_PACKAGES[layer];
  if (only !== undefined && !only.test(specifier)) {
    return [
      `${from} imports "${specifier}": of packages, ${layer} may import only ${only.source.replace(/[\^$]/g, '')}`,
    ];
  }
  const home = PACKAGE_HOMES.find(([pattern]) => pattern.test(specifier))?.[1];
  if (home === undefined || home.includes(layer)) return [];
  return [`${from} imports "${specifier}": only ${home.join(' and ')} may`];
}

/** Rules on the file itself: its place, its marks, what it is for, and its length. */
function shapeOffences(file: Parsed): string[] {
  const { path, program } = file;
  const offences: string[] = [];
  const layer = layerOf(path);
  if (layer === null) {
    offences.push(
      `${path} has no place in the house: a feature's files are schema, data, mutations, loaders, actions and components/`,
    );
  }
  const imports = (name: string) => file.imports.some(({ specifier }) => specifier === name);
  const serverOnly = /\/(data|[\w-]+-data|mutations|loaders)\.ts$/.test(path) && path.startsWith('src/features/');
  if (serverOnly && !imports('server-only')) {
    offences.push(`${path} does not import "server-only": what reads or writes the database never goes to a browser`);
  }
  const body = program.body as Node[];
  if (layer === 'actions' && body[0]?.directive !== 'use server')
    offences.push(`${path} does not begin with 'use server'`);
  const reexports = (node: Node) =>
    node.type === 'ExportAllDeclaration' || (node.type === 'ExportNamedDeclaration' && node.source);
  if (
    body.length > 0 &&
    body.every((node) => reexports(node) || node.type === 'ImportDeclaration') &&
    body.some(reexports)
  ) {
    offences.push(`${path} only passes on what other files export: no barrel files, import from where it is`);
  }
  return [...offences, ...lengthOffences(file)];
}

type Node = { type: string; start: number; end: number; [key: string]: unknown };

function lengthOffences({ path, text, program, comments }: Parsed): string[] {
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length;
  const excused = (from: number, to: number) =>
    comments.some(({ value, start }) => value.includes('Long:') && lineOf(start) >= from && lineOf(start) <= to);
  const firstComment = comments[0];
  if (firstComment?.value.includes('Long:')) return [];
  const offences: string[] = [];
  const lines = lineOf(text.trimEnd().length);
  if (lines > LINES_MAX.file) offences.push(tooLong(path, `is ${lines} lines long`, LINES_MAX.file));
  for (const node of functionsIn(program)) {
    const [first, last] = [lineOf(node.start), lineOf(node.end)];
    const length = last - first + 1;
    if (length <= LINES_MAX.function || excused(first - 12, first + 3)) continue;
    offences.push(tooLong(`${path}:${first}`, `has a function of ${length} lines`, LINES_MAX.function));
  }
  return offences;
}

function tooLong(where: string, what: string, limit: number): string {
  return `${where} ${what}: ${limit} is the limit, unless its first comment says why ("Long: …")`;
}

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

/** All functions of a tree, put into one list: a list a node takes most of the time of this test. */
function functionsIn(value: object, found: Node[] = []): Node[] {
  if (FUNCTIONS.has((value as Node).type)) found.push(value as Node);
  for (const key in value) {
    const inside = (value as Node)[key];
    if (typeof inside === 'object' && inside !== null) functionsIn(inside, found);
  }
  return found;
}

/** Features that need each other, however many stand between. */
function featureCycles(links: readonly { from: string; to: string | null }[]): string[] {
  const featureOf = (path: string | null) => path?.match(/^src\/features\/([\w-]+)\//)?.[1];
  const needs = new Map<string, Map<string, string>>();
  for (const { from, to } of links) {
    const [a, b] = [featureOf(from), featureOf(to)];
    if (a === undefined || b === undefined || a === b) continue;
    needs.set(a, (needs.get(a) ?? new Map()).set(b, from));
  }
  const cycles = new Map<string, string>();
  const walk = (feature: string, path: readonly string[]) => {
    const start = path.indexOf(feature);
    if (start >= 0) {
      const ring = path.slice(start);
      const because = ring.map((name, i) => needs.get(name)?.get(ring[(i + 1) % ring.length] ?? '')).join(', ');
      cycles.set(
        [...ring].sort().join(),
        `features need each other in a ring: ${[...ring, feature].join(' → ')} (${because})`,
      );
      return;
    }
    for (const next of needs.get(feature)?.keys() ?? []) walk(next, [...path, feature]);
  };
  for (const feature of needs.keys()) walk(feature, []);
  return [...cycles.values()];
}
