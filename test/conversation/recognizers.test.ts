import { resolve } from 'node:path';
import { WorkerRecognizers } from '../../src/conversation/recognizers';
import { buildOnce } from '../server/start-server';

// Loading and warming the French recognizers takes ten seconds and more on a shared machine.
jest.setTimeout(120_000);

describe('the recognizers in their worker', () => {
  let recognizers: WorkerRecognizers;

  beforeAll(() => {
    buildOnce();
    recognizers = new WorkerRecognizers(resolve('dist/src/conversation/recognizers.worker.js'));
  }, 120_000);

  afterAll(() => recognizers.stop());

  it('understand nothing before they are warm, and keep nobody waiting', async () => {
    expect(await recognizers.boolean('oui')).toBeNull();
  });

  it('understand yes, no and places in a list once they are', async () => {
    await recognizers.warmedUp();
    expect(await recognizers.boolean('ouais bien sûr')).toBe(true);
    expect(await recognizers.boolean('nan pas du tout')).toBe(false);
    expect(await recognizers.boolean('ma carte vitale')).toBeNull();
    expect(await recognizers.ordinal('la deuxième')).toBe(2);
    expect(await recognizers.ordinal('ma carte vitale')).toBeNull();
  });

  it('are not asked about whole sentences', async () => {
    expect(await recognizers.boolean(`oui ${'et puis '.repeat(20)}`)).toBeNull();
  });
});

describe('a worker that cannot start', () => {
  it('understands nothing, and stops nobody', async () => {
    const recognizers = new WorkerRecognizers(resolve('dist/no-such-worker.js'));
    expect(await recognizers.boolean('oui')).toBeNull();
    await recognizers.stop();
  });
});
