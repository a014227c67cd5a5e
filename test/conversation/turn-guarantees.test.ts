import { setTimeout as wait } from 'node:timers/promises';
import type { Receipt } from '../../src/conversation/conversations';
import type { ConversationStore } from '../../src/storage/conversation-store';
import { KyselyConversationStore } from '../../src/storage/kysely-conversation-store';
import { openSqlite } from '../../src/storage/sqlite/open-sqlite';
import { acceptAndAnswer, loadRealContent, startTestBot, type TestBot } from './harness';

/** However a turn goes wrong: a kind sentence, the state as it was, nothing counted, and what follows is answered. */

const content = loadRealContent();
const AT = '2026-11-23T10:00:00+01:00';
const NONSENSE = 'azerty qsdf wxcv';
const KIND = /Une erreur de notre part.*rien n.est compté.*Référence/s;
/** As many as may wait in one conversation: src/conversation/turns.ts. */
const LINE = 20;
/** A message that nobody is before is first tried to be kept with its answer. */
const AT_ONCE = 1;

/** A search that can be made to throw: it is asked in the middle of the dialogs. */
function breakableSearch() {
  const fault = { throws: false };
  const search = {
    ...content.search,
    searchMessage: (message: string) => {
      if (fault.throws) throw new Error('the index is gone');
      return content.search.searchMessage(message);
    },
  };
  return { fault, broken: { ...content, search } };
}

/** A recognizer that keeps the dialogs waiting until it is let go. */
function slowRecognizers() {
  const held: (() => void)[] = [];
  const slow = { on: false };
  const hold = () => (slow.on ? new Promise<null>((resolve) => held.push(() => resolve(null))) : Promise.resolve(null));
  return { slow, recognizers: { boolean: hold, ordinal: hold }, letGo: () => held.splice(0).forEach((go) => go()) };
}

/** A real store of which one call can be made to fail. */
async function breakableStore() {
  const store = new KyselyConversationStore(await openSqlite(':memory:'));
  const fault: { commits: number; lostAnswers: number; unreachable: boolean; failed: number } = {
    commits: 0,
    lostAnswers: 0,
    unreachable: false,
    failed: 0,
  };
  const refuse = () => {
    fault.failed++;
    return Promise.reject(new Error('the database refuses'));
  };
  const broken = new Proxy<ConversationStore>(store, {
    get(target, name: keyof ConversationStore) {
      const real = target[name].bind(target) as (...given: unknown[]) => Promise<unknown>;
      return (...given: unknown[]) => {
        if (fault.unreachable) return refuse();
        if (name === 'commitTurn' && fault.commits > 0) {
          fault.commits--;
          return refuse();
        }
        if (name === 'commitTurn' && fault.lostAnswers > 0) {
          fault.lostAnswers--;
          return real(...given).then(refuse);
        }
        return real(...given);
      };
    },
  });
  return { fault, store: broken };
}

const incoming = (text: string, repeatKey: string | null = null) => ({
  conversationId: 'c',
  channel: 'web',
  activity: { type: 'message', text },
  repeatKey,
  from: 'dl_test',
});

async function say(bot: TestBot, text: string): Promise<string> {
  await acceptAndAnswer(bot, incoming(text));
  return (await bot.said('c')).map(({ text: said = '' }) => said.replaceAll('\u00a0', ' ')).join('\n');
}

async function stateOf({ store }: Pick<TestBot, 'store'>): Promise<unknown> {
  return (await store.loadConversation('c'))?.state;
}

function accepted(receipt: Receipt) {
  if (receipt.kind !== 'accepted') throw new Error('the line is full');
  return receipt;
}

async function expectAnsweredOnce(bot: TestBot, activityId: string): Promise<void> {
  const transcript = await bot.conversations.transcript('c', 0);
  const answers = transcript.filter(({ activity }) => (activity as { replyToId?: string }).replyToId === activityId);
  expect(answers).toHaveLength(1);
}

describe('a turn that', () => {
  it('throws ends with a kind sentence, keeps the state and counts no attempt', async () => {
    const { fault, broken } = breakableSearch();
    const bot = await startTestBot(broken, AT);
    await say(bot, NONSENSE);
    const before = await stateOf(bot);
    fault.throws = true;
    for (let times = 0; times < 3; times++) expect(await say(bot, NONSENSE)).toMatch(KIND);
    expect(await stateOf(bot)).toEqual(before);
    fault.throws = false;
    expect(await say(bot, NONSENSE)).toMatch(/écrire à un conseiller/i);
  });

  it('takes over its limit ends the same way, and what its dialogs say later is heard by nobody', async () => {
    const { slow, recognizers, letGo } = slowRecognizers();
    const bot = await startTestBot(content, AT, { recognizers, turnLimitMs: 50 });
    await say(bot, "j'ai perdu ma carte vitale");
    const before = await stateOf(bot);
    slow.on = true;
    expect(await say(bot, 'zut alors')).toMatch(KIND);
    expect(await stateOf(bot)).toEqual(before);
    letGo();
    slow.on = false;
    await wait(0);
    expect(await stateOf(bot)).toEqual(before);
    expect(await say(bot, 'oui')).not.toMatch(KIND);
    expect((await bot.conversations.transcript('c', 0)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

describe('a message that nobody is before', () => {
  it('is kept with its answer: when it is acknowledged, the answer stands in the transcript', async () => {
    const bot = await startTestBot(content, AT);
    const receipt = accepted(await bot.conversations.accept(incoming('bonjour')));
    await expectAnsweredOnce(bot, receipt.activityId);
  });

  it('is acknowledged soon, however long its answer takes, and is answered before what comes after it', async () => {
    const { slow, recognizers, letGo } = slowRecognizers();
    const bot = await startTestBot(content, AT, { recognizers });
    await say(bot, "j'ai perdu ma carte vitale");
    slow.on = true;
    const texts = ['zut alors', 'flûte alors'];
    const offered = await Promise.all(texts.map((text) => bot.conversations.accept(incoming(text))));
    const receipts = offered.map(accepted);
    const waiting = await bot.store.waitingIn('c');
    expect(waiting.map(({ activityId }) => activityId)).toEqual(receipts.map(({ activityId }) => activityId));
    slow.on = false;
    letGo();
    await Promise.all(receipts.map(({ answered }) => answered));
    const said = (await bot.conversations.transcript('c', 2)).filter(({ author }) => author === 'person');
    expect(said.map(({ activity }) => (activity as { text: string }).text)).toEqual(texts);
  });

  it('waits where another of its conversation was left behind, and comes after it', async () => {
    const bot = await startTestBot(content, AT);
    await say(bot, 'bonjour');
    await bot.store.acceptActivity({
      ...{ conversationId: 'c', channel: 'web', activityId: 'behind', repeatKey: null },
      activity: { type: 'message', text: 'merci' },
      receivedAt: bot.clock.now(),
    });
    await accepted(await bot.conversations.accept(incoming(NONSENSE))).answered;
    const said = (await bot.conversations.transcript('c', 2)).filter(({ author }) => author === 'person');
    expect(said.map(({ activity }) => (activity as { text: string }).text)).toEqual(['merci', NONSENSE]);
  });
});

describe('a line that is full', () => {
  /** Holds the first turn; `letGo` lets the whole line through. */
  async function fullLine() {
    const { slow, recognizers, letGo } = slowRecognizers();
    const bot = await startTestBot(content, AT, { recognizers });
    await say(bot, "j'ai perdu ma carte vitale");
    slow.on = true;
    const offered = Array.from({ length: LINE + 5 }, (_, place) =>
      bot.conversations.accept(incoming('zut alors', `web:c:${place}`)),
    );
    const receipts = await Promise.all(offered);
    return {
      bot,
      receipts,
      empty: async () => {
        slow.on = false;
        letGo();
        await Promise.all(receipts.flatMap((receipt) => (receipt.kind === 'accepted' ? [receipt.answered] : [])));
      },
    };
  }

  it('takes no more, however many come at the same moment, and keeps nothing of the others', async () => {
    const { bot, receipts, empty } = await fullLine();
    expect(receipts.filter(({ kind }) => kind === 'accepted')).toHaveLength(LINE);
    expect(await bot.store.waitingIn('c')).toHaveLength(LINE);
    await empty();
    expect((await bot.conversations.transcript('c', 0)).length).toBe(2 + 2 * LINE);
  });

  it('takes what it refused when it comes again under the same id, once', async () => {
    const { bot, receipts, empty } = await fullLine();
    const place = receipts.findIndex(({ kind }) => kind === 'busy');
    await empty();
    const again = accepted(await bot.conversations.accept(incoming('merci', `web:c:${place}`)));
    const repeat = accepted(await bot.conversations.accept(incoming('merci', `web:c:${place}`)));
    await again.answered;
    expect(repeat.activityId).toBe(again.activityId);
    await expectAnsweredOnce(bot, again.activityId);
  });

  it('keeps no other conversation out', async () => {
    const { bot, empty } = await fullLine();
    const elsewhere = await acceptAndAnswer(bot, { ...incoming('merci'), conversationId: 'other' });
    expect((await bot.conversations.transcript('other', 0))[0]?.id).toBe(elsewhere);
    await empty();
  });
});

describe('a database that', () => {
  it('refuses a commit three times gets an apology the third time, and what follows is answered', async () => {
    const { fault, store } = await breakableStore();
    const bot = await startTestBot(content, AT, { store });
    await say(bot, 'bonjour');
    fault.commits = AT_ONCE + 3;
    const refused = accepted(await bot.conversations.accept(incoming(NONSENSE)));
    await expect(refused.answered).rejects.toThrow('refuses');
    const behind = await store.acceptActivity({
      ...{ conversationId: 'c', channel: 'web', activityId: 'behind', repeatKey: null },
      activity: { type: 'message', text: 'merci' },
      receivedAt: bot.clock.now(),
    });
    expect(behind.kind).toBe('accepted');
    bot.clock.forward(10_000);
    await bot.conversations.answerLeftBehind(bot.clock.now());
    await bot.conversations.answerLeftBehind(bot.clock.now());
    const transcript = await bot.conversations.transcript('c', 2);
    const texts = transcript.map(({ activity }) => (activity as { text: string }).text.replaceAll('\u00a0', ' '));
    expect(texts).toEqual([NONSENSE, expect.stringMatching(KIND), 'merci', expect.stringContaining('plaisir')]);
  });

  it('cannot be reached rejects at the door; what was accepted before is answered when it is back', async () => {
    const { fault, store } = await breakableStore();
    const bot = await startTestBot(content, AT, { store });
    await say(bot, 'bonjour');
    fault.commits = AT_ONCE + 1;
    const waiting = accepted(await bot.conversations.accept(incoming(NONSENSE)));
    await expect(waiting.answered).rejects.toThrow('refuses');
    fault.unreachable = true;
    await expect(bot.conversations.accept(incoming('merci'))).rejects.toThrow('refuses');
    bot.clock.forward(10_000);
    // However long it lasts.
    for (let looks = 0; looks < 10; looks++) {
      await expect(bot.conversations.answerLeftBehind(bot.clock.now())).rejects.toThrow('refuses');
    }
    fault.unreachable = false;
    expect(await bot.conversations.answerLeftBehind(bot.clock.now())).toBe(1);
    await expectAnsweredOnce(bot, waiting.activityId);
    expect(await say(bot, 'merci')).toContain('plaisir');
  });

  it('keeps a commit and loses its answer has the message once, with or without a key of its client', async () => {
    const { fault, store } = await breakableStore();
    const bot = await startTestBot(content, AT, { store });
    for (const key of [null, 'web:c:1']) {
      fault.lostAnswers = 1;
      const receipt = accepted(await bot.conversations.accept(incoming('bonjour', key)));
      await receipt.answered;
      await expectAnsweredOnce(bot, receipt.activityId);
    }
    expect(fault.lostAnswers).toBe(0);
    expect(await bot.conversations.transcript('c', 0)).toHaveLength(4);
  });

  it('takes no commit for a while (a full disk) keeps what was accepted, and the answer is no apology', async () => {
    const { fault, store } = await breakableStore();
    const bot = await startTestBot(content, AT, { store });
    await say(bot, 'bonjour');
    fault.commits = AT_ONCE + 20;
    const waiting = accepted(await bot.conversations.accept(incoming("j'ai perdu ma carte vitale")));
    await expect(waiting.answered).rejects.toThrow('refuses');
    bot.clock.forward(10_000);
    while (fault.commits > 0) await bot.conversations.answerLeftBehind(bot.clock.now());
    await bot.conversations.answerLeftBehind(bot.clock.now());
    const last = (await bot.conversations.transcript('c', 0)).at(-1)?.activity as { text: string; replyToId: string };
    expect(last.replyToId).toBe(waiting.activityId);
    expect(last.text).toContain('Carte Vitale perdue ou volée');
  });
});
