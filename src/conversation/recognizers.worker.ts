import { setFlagsFromString } from 'node:v8';
import { parentPort } from 'node:worker_threads';
import type { RecognizerAnswer, RecognizerRequest } from './recognizers';

// The French expressions are huge: compiled to machine code twice they block for seconds (measured 3 s each); interpreted
// they are no slower once warm. Set before the library is loaded.
setFlagsFromString('--regexp-interpret-all');

const CULTURE = 'fr-fr';

async function listen(): Promise<void> {
  const suite = await import('@microsoft/recognizers-text-suite');

  function recognise({ kind, text }: RecognizerRequest): boolean | number | null {
    const found =
      kind === 'boolean' ? suite.recognizeBoolean(text, CULTURE) : suite.recognizeOrdinal(text, CULTURE);
    const value: unknown = found[0]?.resolution?.['value'];
    if (kind === 'boolean') return typeof value === 'boolean' ? value : null;
    const place = Number(value);
    return Number.isInteger(place) && place > 0 ? place : null;
  }

  for (const kind of ['boolean', 'ordinal'] as const) recognise({ id: 0, kind, text: 'oui, le premier' });
  parentPort?.on('message', (request: RecognizerRequest) => {
    parentPort?.postMessage({ id: request.id, value: recognise(request) } satisfies RecognizerAnswer);
  });
  parentPort?.postMessage({ id: 0, value: null } satisfies RecognizerAnswer);
}

void listen();
