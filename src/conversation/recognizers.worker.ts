import { parentPort } from 'node:worker_threads';
import type { RecognizerAnswer, RecognizerRequest } from './recognizers';

const CULTURE = 'fr-fr';
/** V8 first interprets the library's huge expressions, then compiles them at the second use: each blocks for seconds.
 *  (`--regexp-interpret-all` would spare the second, but set while other threads run it crashes the process, 2026-11-22.) */
const WARMING_ROUNDS = 2;

async function listen(): Promise<void> {
  const suite = await import('@microsoft/recognizers-text-suite');

  function recognise({ kind, text }: RecognizerRequest): boolean | number | null {
    const found = kind === 'boolean' ? suite.recognizeBoolean(text, CULTURE) : suite.recognizeOrdinal(text, CULTURE);
    const value: unknown = found[0]?.resolution?.['value'];
    if (kind === 'boolean') return typeof value === 'boolean' ? value : null;
    const place = Number(value);
    return Number.isInteger(place) && place > 0 ? place : null;
  }

  for (let round = 0; round < WARMING_ROUNDS; round++) {
    for (const kind of ['boolean', 'ordinal'] as const) recognise({ id: 0, kind, text: 'oui, le premier' });
  }
  parentPort?.on('message', (request: RecognizerRequest) => {
    parentPort?.postMessage({ id: request.id, value: recognise(request) } satisfies RecognizerAnswer);
  });
  parentPort?.postMessage({ id: 0, value: null } satisfies RecognizerAnswer);
}

void listen();
