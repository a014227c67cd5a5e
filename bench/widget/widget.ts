import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchChromium } from '../../test/browser/launch-chromium';
import { startServer } from '../../test/server/start-server';
import { webChatBundle } from '../../test/webchat/installed-webchat';
import type { Bench } from '../bench';
import { ROOT } from '../root';
import { median } from '../statistics';
import { inTemporaryFolder } from '../temporary-folder';
import { type Contender, serveContenders } from './contenders';
import { packedSizes } from './packed-sizes';
import { type Opening, openThrottled } from './open-throttled';

/** What our widget costs a person on a slow phone, beside Microsoft's Web Chat: bytes, and time until they can write. Each
 *  round opens all three, one after the other; all talk to the same server. `--runs N`: rounds, 3 without it. */
export const widget: Bench = async (args, tell) => {
  const { values } = parseArgs({ args, options: { runs: { type: 'string', default: '3' } } });
  const runs = Math.max(1, Math.floor(Number(values.runs)) || 1);
  const contenders = installedContenders(tell);
  const openings = await inTemporaryFolder((folder) => measure(contenders, folder, runs, tell));
  return report(contenders, openings);
};

function installedContenders(tell: (line: string) => void): Contender[] {
  if (!webChatBundle('webchat')) tell('installing Web Chat: half a gigabyte, a minute or two');
  execFileSync(process.execPath, [join(ROOT, 'scripts/install-webchat.mjs')], { stdio: ['ignore', 2, 2] });
  const bundle = (build: 'webchat' | 'webchat-minimal') => {
    const file = webChatBundle(build);
    if (!file) throw new Error(`Web Chat has no build ${build}`);
    return file;
  };
  return [
    { name: 'widget', bundle: join(ROOT, 'dist/widget.js') },
    { name: 'webchat_minimal', bundle: bundle('webchat-minimal') },
    { name: 'webchat_full', bundle: bundle('webchat') },
  ];
}

async function measure(
  contenders: readonly Contender[],
  folder: string,
  runs: number,
  tell: (line: string) => void,
): Promise<Map<string, Opening[]>> {
  const pages = await serveContenders(contenders, () => guichet.address);
  const guichet = await startServer(folder, 0, { CHAT_ORIGINS: pages.origin });
  const browser = await launchChromium();
  const openings = new Map(contenders.map(({ name }) => [name, [] as Opening[]]));
  try {
    for (let run = 1; run <= runs; run++) {
      for (const { name } of contenders) {
        const opening = await openThrottled(browser, `${pages.origin}/${name}`);
        openings.get(name)?.push(opening);
        tell(`round ${run}, ${name}: can be written in after ${Math.round(opening.usableMs)} ms`);
      }
    }
  } finally {
    await browser.close();
    await guichet.stop('SIGTERM');
    await pages.stop();
  }
  return openings;
}

function report(contenders: readonly Contender[], openings: ReadonlyMap<string, readonly Opening[]>) {
  const figures: Record<string, number> = {};
  const of = (name: string, key: keyof Opening) => median((openings.get(name) ?? []).map((opening) => opening[key]));
  for (const { name, bundle } of contenders) {
    const { gzip, brotli } = packedSizes(bundle);
    figures[`${name}_gzip_bytes`] = gzip;
    figures[`${name}_brotli_bytes`] = brotli;
    figures[`${name}_usable_ms`] = of(name, 'usableMs');
    figures[`${name}_greeted_ms`] = of(name, 'greetedMs');
  }
  const ratio = (key: string, other: string) => (figures[`widget_${key}`] ?? NaN) / (figures[`${other}_${key}`] ?? NaN);
  const ratios = Object.fromEntries(
    ['webchat_minimal', 'webchat_full'].flatMap((other) => [
      [`usable_time_vs_${other}`, ratio('usable_ms', other)],
      [`greeted_time_vs_${other}`, ratio('greeted_ms', other)],
      [`gzip_bytes_vs_${other}`, ratio('gzip_bytes', other)],
    ]),
  ) as Record<string, number>;
  return { figures, ratios };
}
