#!/usr/bin/env node
// The way into every command. Plain JavaScript on Node's built-ins alone, because it runs before anything is
// installed: it checks Node, installs what is missing, and hands over to the TypeScript command in src/cli.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
// Where the command was called: paths are typed from there. (npm says so itself.)
process.env.INIT_CWD ??= process.cwd();
process.chdir(root);

const [command = '', ...args] = process.argv.slice(2);

// Each with the shortest way to call it. Others in src/cli are called by these.
const HELP = `npx plumbline <command>, in a folder with Plumbline in it (a clone of its repository)

  check <file, folder or -> …   finds every figure of a text and holds it against the evidence base
  start                         builds and serves the site (npm start)
  dev                           serves it while it is changed (npm run dev)
  import                        brings claims and sources from files into the database
  audit-verify                  looks whether the record of changes is whole (npm run audit:verify)
  check-evidence                runs the checks over the evidence base (npm run check:evidence)
  check-links                   looks whether the addresses of sources still answer (npm run check:links)
  eval-text                     measures the text check on labelled sentences (npm run eval:text)
  test                          runs the tests (npm test; --quick: npm run check)
  bench                         measures how fast it is (npm run bench)

From elsewhere: node <folder>/bin/plumbline.mjs <command>. Paths are relative to where you call it.
npx plumbline check --help tells more of that command.`;

function fail(message) {
  console.error(message);
  // Whoever has a text checked takes 1 for errors in the text.
  process.exit(command === 'check' ? 2 : 1);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(
    `Plumbline needs Node 20.19 or newer, and this is ${process.versions.node}. Install a newer one from your system or from nodejs.org.`,
  );
}

function readJson(path) {
  try {
    return JSON.parse(readText(path));
  } catch {
    return null; // A file that is missing or half written means the same here: install again.
  }
}

/** npm writes node_modules/.package-lock.json last, so what agrees with it was installed to the end. */
function isInstalled() {
  const wanted = readJson('package-lock.json');
  if (wanted === null)
    fail('package-lock.json is missing or damaged: bring it back with "git checkout package-lock.json".');
  const present = readJson(join('node_modules', '.package-lock.json'))?.packages ?? {};
  return Object.entries(wanted.packages).every(([path, entry]) => {
    if (path === '') return true;
    const found = present[path];
    // Optional packages are there for the machine's own platform only.
    return found === undefined ? entry.optional === true : found.version === entry.version;
  });
}

/** Runs npm without install scripts: nothing here needs one, and some of them download from the internet. */
async function install() {
  const started = Date.now();
  // On the other channel where the answer goes to a program.
  const out = command === 'check' ? process.stderr : process.stdout;
  out.write('  Packages … installing with npm, a minute or two the first time … ');
  const args = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const child = npm?.endsWith('.js')
    ? spawn(process.execPath, [npm, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    : spawn('npm', args, { stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data));
  const code = await new Promise((done) => child.on('error', () => done(127)).on('close', done));
  if (code !== 0) {
    fail(
      `failed\n${said.trim()}\nThe packages could not be installed. Is the npm registry reachable? Then try again, or run "npm ci" yourself.`,
    );
  }
  out.write(`${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}

/** The npm that started us, directly or through a shell; null when it was somebody else. */
function findNpm() {
  if (!process.env.npm_lifecycle_event) return null;
  const isNpm = (pid) => readText(`/proc/${pid}/cmdline`).includes('npm');
  const above = Number(readText(`/proc/${process.ppid}/stat`).split(') ').at(-1)?.split(' ')[1]);
  return [process.ppid, above].find(isNpm) ?? null;
}

function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // Missing. (Processes are files on Linux only: elsewhere npm's death goes unnoticed.)
  }
}

function isAlive(pid) {
  // A dead process that nobody has asked after yet keeps its entry, without a command line.
  return readText(`/proc/${pid}/cmdline`) !== '';
}

/** Runs the command and ends as it ends. The channel between the two tells the command when this process dies. */
function handOver(file, args) {
  const node = ['--conditions=react-server', '--import', 'tsx', file, ...args];
  const child = spawn(process.execPath, node, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // npm killed outright tells nobody: what it started has to stop as well.
  const npm = findNpm();
  const watch = setInterval(() => {
    if (npm === null || isAlive(npm)) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 300).unref();
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
    process.disconnect?.();
    process.exit();
  });
}

if (['--help', '-h', 'help'].includes(command)) {
  console.log(HELP);
  process.exit(0);
}
const file = join('src', 'cli', `${command}.ts`);
if (command === '') fail(HELP);
if (!/^[a-z-]+$/.test(command) || !existsSync(file)) {
  fail(`There is no command "${command}". npx plumbline --help lists them.`);
}
checkNode();
if (!isInstalled()) await install();
handOver(file, args);
