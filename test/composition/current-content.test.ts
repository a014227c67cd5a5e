import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadEverything } from '../../src/composition/content';
import { FreshContent } from '../../src/composition/current-content';
import { acceptAndAnswer, startTestBot } from '../conversation/harness';
import { LOST, ORDER, smallContent } from '../knowledge/small-content';
import { projectFolder } from './project-folder';

const DAY = '2026-11-22';

async function serving(files = smallContent(), startedAt = Infinity) {
  const root = projectFolder(files);
  let day = DAY;
  let learning = () => Promise.resolve();
  const errors: string[] = [];
  const infos: string[] = [];
  const log = {
    info: (_: unknown, words: string) => infos.push(words),
    error: (first: unknown, words?: string) => errors.push(words ?? String(first)),
  };
  const fresh = await FreshContent.over(loadEverything(root, day), {
    root,
    today: () => day,
    log: log as never,
    startedAt,
    learnAhead: () => learning(),
  });
  let edits = 0;
  return {
    ...{ fresh, errors, infos },
    current: fresh.current,
    learningIs: (task: () => Promise<void>) => (learning = task),
    dayIs: (now: string) => (day = now),
    remove: (file: string) => rmSync(join(root, file)),
    change(file: string, from: string, to: string) {
      const before = readFileSync(join(root, file), 'utf8');
      const after = before.replace(from, to);
      expect(after).not.toBe(before);
      // The size tells the change where the file system's clock does not.
      writeFileSync(join(root, file), after + '\n'.repeat(++edits));
    },
    async twoLooks() {
      await fresh.look();
      await fresh.look();
    },
  };
}

test('nothing changed: what is served stays the very same', async () => {
  const served = await serving();
  const first = served.current();
  await served.twoLooks();
  expect(served.current()).toBe(first);
  expect([served.infos, served.errors]).toEqual([[], []]);
});

test('what was saved while the program started is loaded again', async () => {
  const served = await serving(smallContent(), 0);
  await served.twoLooks();
  expect(served.infos).toEqual(['knowledge, loaded again']);
});

test('a changed file is served once it stands still, under another version', async () => {
  const served = await serving();
  const first = served.current();
  served.change(LOST, 'title: Carte perdue ou volée', 'title: Carte égarée');
  await served.fresh.look();
  expect(served.current()).toBe(first);
  served.change(LOST, 'Une photo.', 'Une lettre.');
  await served.fresh.look();
  expect(served.current()).toBe(first);
  await served.fresh.look();
  expect(served.current().knowledge.article('carte-perdue')?.title).toBe('Carte égarée');
  expect(served.current().knowledge.version).not.toBe(first.knowledge.version);
  expect(served.infos).toEqual(['knowledge, loaded again']);
});

test('content that is refused is not served: the last good one is, and the log says where the fault stands, once', async () => {
  const served = await serving();
  const first = served.current();
  served.change(LOST, 'kind: own', 'kind: mine');
  served.change('dialogs/texts.fr.yaml', '  again:', '  encore:');
  await served.twoLooks();
  await served.twoLooks();
  expect(served.current()).toBe(first);
  expect(served.errors).toEqual([
    expect.stringMatching(/^dialogs\/texts\.fr\.yaml:\d+: error: /),
    expect.stringMatching(/^dialogs\/texts\.fr\.yaml:\d+: error: /),
    expect.stringMatching(/^knowledge\/articles\/carte\/carte-perdue\.md:3: error: kind/),
    'the content was not loaded: the last good version is served',
  ]);
  served.change(LOST, 'kind: mine', 'kind: own');
  served.change('dialogs/texts.fr.yaml', '  encore:', '  again:');
  await served.twoLooks();
  expect(served.current()).not.toBe(first);
});

test('new content is learnt ahead before it is loaded, and after a stop it is not loaded any more', async () => {
  const served = await serving();
  const first = served.current();
  const stopping = new AbortController();
  const servedWhileLearning: unknown[] = [];
  served.learningIs(() => {
    servedWhileLearning.push(served.current());
    return Promise.resolve();
  });
  served.change(LOST, 'title: Carte perdue ou volée', 'title: Carte égarée');
  await served.twoLooks();
  expect(servedWhileLearning).toEqual([first]);
  const second = served.current();
  expect(second).not.toBe(first);

  served.learningIs(() => Promise.resolve(stopping.abort()));
  served.change(LOST, 'title: Carte égarée', 'title: Carte perdue');
  await served.fresh.look(stopping.signal);
  await served.fresh.look(stopping.signal);
  expect(served.current()).toBe(second);
});

test('a file that is taken away is missed', async () => {
  const served = await serving();
  served.remove('knowledge/motives.yaml');
  await served.twoLooks();
  expect(served.errors[0]).toBe('knowledge/motives.yaml:1: error: the file is missing [missing-file]');
});

test('an article dated ahead is served from its day on, and no longer than its last', async () => {
  const dated = smallContent();
  const text = dated.get(ORDER) ?? '';
  dated.set(
    ORDER,
    text.replace('reviewed: 2026-11-01', 'reviewed: 2026-11-01\nvalid: { from: 2026-11-23, until: 2026-11-24 }'),
  );
  const served = await serving(dated);
  const versions = new Set<string>();
  for (const [day, there] of [
    ['2026-11-22', false],
    ['2026-11-23', true],
    ['2026-11-24', true],
    ['2026-11-25', false],
  ] as const) {
    served.dayIs(day);
    await served.twoLooks();
    const { knowledge, search } = served.current();
    expect([day, knowledge.article('carte-commander') !== undefined]).toEqual([day, there]);
    expect([day, search.search('renouveler ma carte').topics.some(({ id }) => id === 'carte-commander')]).toEqual([
      day,
      there,
    ]);
    expect(knowledge.article('carte-perdue')?.related).toEqual(there ? ['carte-commander'] : []);
    versions.add(knowledge.version);
  }
  expect(versions.size).toBe(2);
});

test('a turn ends with the content it began with; the next one has the new', async () => {
  const served = await serving();
  let swapped = false;
  const bot = await startTestBot(served.current, '2026-11-22T10:00:00+01:00', {
    recognizers: {
      // Asked in the middle of a turn: the moment to change the content under it.
      async boolean() {
        if (!swapped) {
          served.change(LOST, 'title: Carte perdue ou volée', 'title: Carte égarée');
          await served.twoLooks();
          swapped = true;
        }
        return null;
      },
      ordinal: () => Promise.resolve(null),
    },
  });
  const ask = async (text: string) => {
    const activity = { type: 'message', text };
    await acceptAndAnswer(bot, { conversationId: 'c', channel: 'web', activity, repeatKey: null, from: 'dl_test' });
    return (await bot.said('c')).map((reply) => reply.text).join('\n');
  };
  await ask('carte volée');
  const during = await ask('mouais carte égarée');
  expect(swapped).toBe(true);
  expect(during).not.toContain('Carte égarée');
  await ask('recommencer');
  expect(await ask('perte de carte')).toContain('Carte égarée');
  await bot.store.close();
});
