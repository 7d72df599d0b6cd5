import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { spawn } from 'node:child_process';
import { chromium } from '@playwright/test';
import { commandFile, exitOf, runNode } from './child';
import { Failure } from './failure';

// The browser of the end-to-end tests: what the machine has, else what can be installed on it.

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'];

const PLACES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'].flatMap((folder) =>
    NAMES.map((name) => join(folder, name)),
  ),
  darwin: ['', process.env.HOME ?? ''].flatMap((home) => [
    `${home}/Applications/Google Chrome.app/Contents/MacOS/Google Chrome`,
    `${home}/Applications/Chromium.app/Contents/MacOS/Chromium`,
    `${home}/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge`,
  ]),
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap((folder) =>
    folder === undefined
      ? []
      : [
          join(folder, 'Google/Chrome/Application/chrome.exe'),
          join(folder, 'Chromium/Application/chrome.exe'),
          join(folder, 'Microsoft/Edge/Application/msedge.exe'),
        ],
  ),
};

/** Nothing that talks to anybody, asks anything or needs a graphics card. */
export const CHROMIUM_ARGS = [
  // Chromium refuses to run as root inside its own sandbox.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The browser that is there: CHROMIUM_PATH, an installed one, Playwright's own; null when there is none. */
export function findChromium(): string | null {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted) {
    if (isExecutable(wanted)) return wanted;
    throw new Failure(`CHROMIUM_PATH names ${wanted}, and no program is there: mend it or leave it out.`);
  }
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const installed = [...(process.platform === 'win32' ? [] : onPath), ...(PLACES[process.platform] ?? [])];
  return [...installed, chromium.executablePath()].find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The browser, installed when there is none. @throws {Failure} with the remedy, when that cannot be done here. */
export async function ensureChromium(): Promise<string> {
  const found = findChromium();
  if (found !== null) return found;
  const download = await runNode([commandFile('@playwright/test', 'playwright'), 'install', 'chromium']);
  const installed = download.code === 0 || (await installFromDebian()) ? findChromium() : null;
  if (installed !== null) return installed;
  const reason = download.output.match(/^Error: .*$/m)?.[0] ?? download.output;
  throw new Failure(
    `The end-to-end tests need a Chromium; none was found, and none could be installed (${reason}).\n` +
      'Install chromium or Chrome with the means of your system, or set CHROMIUM_PATH to one.',
  );
}

/** Behind a firewall Playwright's download fails where Debian's packages still arrive. @returns whether it worked. */
async function installFromDebian(): Promise<boolean> {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false;
  const run = (...args: string[]) =>
    exitOf(
      spawn('apt-get', args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }),
    ).catch(() => 1);
  return (await run('update')) === 0 && (await run('install', '-y', '--no-install-recommends', 'chromium')) === 0;
}
