import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const START_LIMIT_MS = 60_000;

export interface ServerProcess {
  /** `http://127.0.0.1:port` */
  address: string;
  /** All that it has written to stdout and stderr. */
  output(): string;
  /** Resolves when it has ended by itself. */
  stop(): Promise<void>;
}

/** Starts the echo bot. */
export function startEcho(): Promise<ServerProcess> {
  return start([join(__dirname, 'echo-server.js')], {}, process.cwd());
}

/** As `npm start` has it: a test holds them together. */
export const NODE_OPTIONS = ['--max-semi-space-size=32'];

/** Starts our own server as it is served, with its data in this folder. `nodeOptions`: to look into it. */
export function startOurs(folder: string, nodeOptions: readonly string[] = []): Promise<ServerProcess> {
  const settings = { PORT: '0', DATA_DIR: folder, RATE_LIMIT: 'off', LOG_LEVEL: 'error' };
  // In its own folder no .env of the user's is read.
  return start([...NODE_OPTIONS, ...nodeOptions, join(__dirname, '../../src/main.js'), 'serve'], settings, folder);
}

async function start(args: string[], settings: NodeJS.ProcessEnv, cwd: string): Promise<ServerProcess> {
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], NODE_ENV: 'production', ...settings };
  const child = spawn(process.execPath, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const kill = () => void child.kill('SIGKILL');
  process.once('exit', kill);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said += data.toString()));
  const address = await addressIn(child, () => said);
  return {
    address: address.replace('localhost', '127.0.0.1'),
    output: () => said,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      process.removeListener('exit', kill);
    },
  };
}

function addressIn(child: ChildProcess, said: () => string): Promise<string> {
  return new Promise((found, reject) => {
    const fail = (why: string) => {
      clearTimeout(limit);
      child.kill('SIGKILL');
      reject(new Error(`a server ${why}: ${said()}`));
    };
    const limit = setTimeout(() => fail(`did not start within ${START_LIMIT_MS} ms`), START_LIMIT_MS);
    child.once('exit', (code) => fail(`ended with ${code}`));
    child.stdout?.on('data', () => {
      const address = /: (http:\/\/\S+)$/m.exec(said())?.[1];
      if (!address) return;
      clearTimeout(limit);
      found(address);
    });
  });
}
