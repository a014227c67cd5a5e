import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Seconds on a quiet machine; the machines that run this are shared. */
const START_LIMIT_MS = 120_000;

export interface RunningServer {
  /** `http://localhost:port` */
  address: string;
  port: number;
  /** Sends the signal and answers how the process ended: its exit code, or null where the signal ended it. */
  stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

/** Builds dist/ where it is not fresh; once for all test files. */
export function buildOnce(): void {
  execFileSync(process.execPath, [resolve('test/server/build-once.mjs')], { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** A data directory of its own for one test. */
export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'guichet-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** What the built program is run with: nothing of the tester's own settings. */
export function environment(settings: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], HOME: process.env['HOME'], NODE_ENV: 'test', ...settings };
}

/** Starts the built program as its own process and waits until it says where it listens. Port 0: any free one. */
export async function startServer(
  dataDirectory: string,
  port = 0,
  settings: NodeJS.ProcessEnv = {},
): Promise<RunningServer> {
  const { address, stop } = launchServer(dataDirectory, port, settings);
  const listening = await address;
  return { address: listening, port: Number(new URL(listening).port), stop };
}

/** The same without waiting: `address` rejects where it ends before it listens. */
export function launchServer(
  dataDirectory: string,
  port: number,
  settings: NodeJS.ProcessEnv,
): { address: Promise<string>; stop: RunningServer['stop'] } {
  const child = spawn(process.execPath, [resolve('dist/src/main.js'), 'serve'], {
    env: environment({
      PORT: String(port),
      DATA_DIR: dataDirectory,
      LOG_LEVEL: 'silent',
      RATE_LIMIT: 'off',
      ...settings,
    }),
    // Where no .env of the tester's own is read.
    cwd: dataDirectory,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Of the tests nothing may be left behind, not even when jest itself is stopped.
  const end = () => void child.kill('SIGKILL');
  process.once('exit', end);
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  void ended.then(() => process.removeListener('exit', end));
  return {
    address: addressOf(child),
    stop(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((found, reject) => {
    const limit = setTimeout(() => fail(`not started within ${START_LIMIT_MS} ms`), START_LIMIT_MS);
    let said = '';
    const read = (data: Buffer) => {
      said += data.toString();
      const address = /^Guichet: (http:\/\/\S+)$/m.exec(said)?.[1];
      if (!address) return;
      clearTimeout(limit);
      found(address);
    };
    const fail = (why: string) => {
      clearTimeout(limit);
      child.kill('SIGKILL');
      reject(new Error(`the server: ${why}\n${said}`));
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => fail(`ended with ${code}`));
  });
}
