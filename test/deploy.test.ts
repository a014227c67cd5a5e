import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { NODE_OPTIONS } from '../bench/servers/server-process';
import { VARIABLES } from '../src/config';

/** No container engine runs with the tests: what deploy/ says is held to what the tree has. */

const read = (path: string) => readFileSync(path, 'utf8');
const dockerfile = read('deploy/Dockerfile').replaceAll('\\\n', ' ');
const instructions = dockerfile
  .split('\n')
  .filter((line) => /^[A-Z]/.test(line))
  .map((line) => ({ name: line.slice(0, line.indexOf(' ')), rest: line.slice(line.indexOf(' ') + 1) }));
const all = (name: string) => instructions.filter((one) => one.name === name).map(({ rest }) => rest);
/** The instructions of the stage that runs. */
const last = instructions.slice(instructions.findLastIndex(({ name }) => name === 'FROM'));
const copied = all('COPY')
  .filter((rest) => !rest.startsWith('--from'))
  .flatMap((rest) => rest.split(' ').slice(0, -1));

interface Service {
  image: string;
  build?: { context: string; dockerfile: string };
  env_file?: string;
  environment?: Record<string, string | number>;
  volumes?: string[];
  depends_on?: string[] | Record<string, { condition: string }>;
  healthcheck?: unknown;
}
const compose = parse(read('deploy/compose.yaml'), { merge: true }) as {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
};
const services = Object.entries(compose.services);
const servers = services.filter(([, { build }]) => build);

const variablesIn = (file: string) => [...read(file).matchAll(/^([A-Z_]+)=/gm)].map(([, name = '']) => name);

describe('the image', () => {
  it('copies what exists, and .dockerignore lets it through', () => {
    expect(copied.filter((path) => !existsSync(path))).toEqual([]);
    const allowed = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'));
    const roots = copied.map((path) => `!${path.split('/')[0]}`);
    expect(roots.filter((root) => !allowed.includes(root))).toEqual([]);
    expect(allowed.filter((line) => !roots.includes(line))).toEqual([]);
  });

  it('copies from the stages that make it', () => {
    const stages = all('FROM').flatMap((rest) => / AS (\w+)$/.exec(rest)?.[1] ?? []);
    const from = all('COPY').flatMap((rest) => /^--from=(\w+)/.exec(rest)?.[1] ?? []);
    expect(from.length).toBeGreaterThan(1);
    expect(from.filter((stage) => !stages.includes(stage))).toEqual([]);
  });

  it('starts the server as npm start and the benchmarks do', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    expect(scripts['start']).toBe(['node', ...NODE_OPTIONS, 'scripts/run.mjs serve'].join(' '));
    const command = ['node', ...NODE_OPTIONS, 'dist/src/main.js', 'serve'];
    expect(last.filter(({ name }) => name === 'CMD').map(({ rest }) => JSON.parse(rest) as unknown)).toEqual([command]);
  });

  it('has every file that is read at the start', () => {
    const yaml = [...read('src/composition/content.ts').matchAll(/'((?:dialogs|src)\/[\w./-]+\.yaml)'/g)];
    const needed = new Set([...yaml.map(([, file = '']) => file), 'knowledge']);
    expect(needed.size).toBeGreaterThan(3);
    const inLast = last.filter(({ name }) => name === 'COPY').flatMap(({ rest }) => rest.split(' '));
    expect([...needed].filter((file) => !inLast.includes(file))).toEqual([]);
  });

  it('runs on a Node that package.json takes, the same in all stages', () => {
    const images = new Set(all('FROM').flatMap((rest) => /^(node:\S+)/.exec(rest)?.[1] ?? []));
    expect(images.size).toBe(1);
    const line = Number(/^node:(\d+)-/.exec([...images][0] ?? '')?.[1]);
    const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
    const lines = [...engines.node.matchAll(/>=(\d+)/g)].map(([, least]) => Number(least));
    expect(lines).toContain(line);
  });

  it('runs as nobody in particular, is asked whether it is ready, and is told to stop kindly', () => {
    const names = last.map(({ name, rest }) => `${name} ${rest}`);
    expect(names).toContain('USER node');
    expect(names).toContain('STOPSIGNAL SIGTERM');
    expect(last.find(({ name }) => name === 'HEALTHCHECK')?.rest).toContain('/readyz');
    expect(last.at(-1)?.name).toBe('CMD');
    expect(all('RUN').filter((rest) => rest.includes('apt-get')).length).toBe(1);
    expect(last.some(({ rest }) => rest.includes('apt-get'))).toBe(false);
  });
});

describe('variables', () => {
  it.each([
    ['the image', all('ENV').flatMap((rest) => rest.split(' ').map((pair) => pair.split('=')[0] ?? ''))],
    ['guichet.env', variablesIn('deploy/guichet.env.example')],
    ['compose.yaml', servers.flatMap(([, { environment }]) => Object.keys(environment ?? {}))],
  ])('of %s are known to the server', (_, names) => {
    expect(names.length).toBeGreaterThan(1);
    expect(names.filter((name) => !VARIABLES.includes(name))).toEqual([]);
  });

  it('that are secret stand in no file of the project', () => {
    for (const file of ['deploy/guichet.env.example', 'deploy/database.env.example']) {
      expect(read(file)).not.toMatch(/^(SECRET_KEY|POSTGRES_PASSWORD)=./m);
    }
    expect(read('.gitignore')).toContain('deploy/*.env\n');
  });
});

describe('compose', () => {
  it('runs two servers of one image on one healthy database', () => {
    expect(servers).toHaveLength(2);
    for (const [, { build, env_file: file, depends_on: after }] of servers) {
      expect(existsSync(join('deploy', build?.context ?? '', build?.dockerfile ?? ''))).toBe(true);
      expect(existsSync(join('deploy', `${file}.example`))).toBe(true);
      expect(after).toEqual({ database: { condition: 'service_healthy' } });
    }
    expect(compose.services['database']).toMatchObject({
      env_file: 'database.env',
      healthcheck: expect.anything() as object,
    });
  });

  it('mounts what exists', () => {
    const mounts = services.flatMap(([, { volumes = [] }]) => volumes.map((volume) => volume.split(':')[0] ?? ''));
    const files = mounts.filter((mount) => mount.startsWith('./'));
    expect(files).toEqual(['./haproxy.cfg']);
    expect(files.filter((file) => !existsSync(join('deploy', file)))).toEqual([]);
    const named = mounts.filter((mount) => !mount.startsWith('.'));
    expect([...named].sort()).toEqual(Object.keys(compose.volumes).sort());
  });

  it('has every server behind the proxy, at the port it listens on', () => {
    const config = read('deploy/haproxy.cfg');
    const behind = [...config.matchAll(/^ {2}server (\w+) (\w+):(\d+)$/gm)].map(([, name, host, port]) => ({
      name,
      host,
      port,
    }));
    const port = /PORT=(\d+)/.exec(dockerfile)?.[1];
    expect(behind).toEqual(servers.map(([name]) => ({ name, host: name, port })));
    expect(config).toContain('option httpchk GET /readyz');
  });

  it('gives the proxy the time to notice that a server is about to stop', () => {
    const [, seconds, fall] = /check inter (\d+)s fall (\d+)/.exec(read('deploy/haproxy.cfg')) ?? [];
    const drain = Number(servers[0]?.[1].environment?.['DRAIN_SECONDS']);
    expect(drain).toBeGreaterThan(Number(seconds) * Number(fall));
  });
});
