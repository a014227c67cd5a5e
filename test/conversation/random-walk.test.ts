import type { Activity } from 'botbuilder';
import fc from 'fast-check';
import type { Facts } from '../../dialogs/conversation-state';
import { acceptAndAnswer, loadRealContent, startTestBot, type TestBot } from './harness';

jest.setTimeout(120_000);

const content = loadRealContent();

/** Things people type, at the right moment or the wrong one. */
const WORDS = [
  ...["j'ai perdu ma carte vitale", 'comment changer mon rib ?', 'carte', 'azerty qsdf wxcvb', 'poiuy mlkjh'],
  ...[
    'oui',
    'non',
    'oui mais',
    'je ne sais pas',
    'non je veux changer mon rib',
    'aucune',
    'le premier',
    '2',
    '👍',
    '🎉',
  ],
  ...['bonjour', 'merci', 'aide', 'recommencer', 'retour', 'annuler', 'contacts', 'je veux un conseiller', ''],
  ...['écrire à un conseiller', 'où en est ma demande', 'une réclamation', '35000', '76640', 'Camille Durand'],
  ...["J'attends une réponse depuis mai.", 'camille@example.org', '06 12 34 56 78', 'hello, what is my number?'],
  ...['je veux mourir', 'mon mari ne respire plus et je veux changer mon rib', 'je suis sourd', 'plus aucun revenu'],
  ...['je veux vous signaler une information à transmettre', '2 55 08 14 168 025 38', '<b>x</b>', 'quel temps fait-il'],
];

/** `type`: those words. `press`: the button at that place under the last message, counted round. `old`: one of any message. */
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('type' as const), text: fc.constantFrom(...WORDS) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('press' as const), place: fc.nat(11) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('old' as const), place: fc.nat(40) }) },
  { weight: 1, arbitrary: fc.constant({ do: 'wait' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'upgrade' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'advisor' as const }) },
);

const CONVERSATION = 'walk';

describe('whatever people type and press', () => {
  it('each message gets one reply without fault, a way out on it, and nobody is counted out of the offer', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 30 }), async (steps) => {
        const bot = await startTestBot(content, '2026-11-23T10:00:00+01:00');
        const said: Partial<Activity>[] = [];
        for (const one of steps) await walk(one, bot, said);
        await bot.store.close();
      }),
      { numRuns: Number(process.env['RUNS'] ?? 150) },
    );
  });
});

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function walk(one: Step, bot: TestBot, said: Partial<Activity>[]): Promise<void> {
  if (one.do === 'wait') return bot.clock.forward(3 * 3_600_000);
  if (one.do === 'upgrade') return (await bot.store.loadConversation(CONVERSATION)) && bot.upgrade(CONVERSATION);
  if (one.do === 'advisor') return advisorReplies(bot);
  const [ticket] = await bot.tickets.ticketsOf(CONVERSATION);
  const thread = ticket ? (await bot.tickets.thread(ticket.id)).length : 0;
  const activity = one.do === 'type' ? { type: 'message', text: one.text } : pressed(one, said);
  await acceptAndAnswer(bot, {
    conversationId: CONVERSATION,
    channel: 'web',
    activity,
    repeatKey: null,
    from: 'dl_walk',
  });
  const replies = await bot.said(CONVERSATION);
  if (replies.length === 0) {
    // Silent only where the words went to the advisor instead.
    expect((await bot.tickets.thread(ticket?.id ?? '')).length).toBe(thread + 1);
    return;
  }
  expect(replies).toHaveLength(1);
  const [reply = {}] = replies;
  said.push(reply);
  await expectSound(reply, bot);
}

async function expectSound(reply: Partial<Activity>, bot: TestBot): Promise<void> {
  const text = reply.text ?? '';
  expect(text.trim()).not.toBe('');
  expect(text).not.toMatch(/undefined|null|\[object|[{}]|Référence/);
  const choices = choicesOf(reply);
  expect(choices).toContain('other-ways');
  expect(choices).toHaveLength(new Set(choices.map((choice, index) => `${choice}${titlesOf(reply)[index]}`)).size);
  const { facts } = (await bot.store.loadConversation(CONVERSATION))?.state as unknown as { facts: Facts };
  if (facts.failures.length >= 2) expect(facts.escalatedAt).not.toBeNull();
  const busy = facts.emergency !== null || facts.draft !== null;
  if (facts.escalatedAt !== null && !busy) expect(choices).toContain('write-to-advisor');
  if (facts.pending)
    expect(reply.suggestedActions?.actions.length).toBeGreaterThanOrEqual(facts.pending.choices.length);
}

function pressed(
  one: { do: 'press' | 'old'; place: number },
  said: readonly Partial<Activity>[],
): Record<string, unknown> {
  const shown = one.do === 'press' ? said.slice(-1) : said;
  const actions = shown.flatMap(({ suggestedActions }) => suggestedActions?.actions ?? []);
  const action = actions[one.place % Math.max(actions.length, 1)];
  return action
    ? { type: 'message', text: action.title, value: action.value as unknown }
    : { type: 'conversationUpdate' };
}

async function advisorReplies(bot: TestBot): Promise<void> {
  const [ticket] = await bot.tickets.ticketsOf(CONVERSATION);
  if (!ticket) return;
  const text = 'Bonjour, quel est le mois concerné ?';
  await bot.tickets.reply({
    ticketId: ticket.id,
    expectedVersion: ticket.version,
    at: bot.clock.now(),
    advisor: { id: 'advisor', name: 'Dominique' },
    text,
    status: 'waiting-for-person',
    messageId: `${ticket.id}-${ticket.version}`,
    activity: { type: 'message', from: { id: 'advisor', role: 'bot' }, text },
  });
  await bot.said(CONVERSATION);
}

function choicesOf({ suggestedActions }: Partial<Activity>): string[] {
  return (suggestedActions?.actions ?? []).map(({ value }) => (value as { choice: string }).choice);
}

function titlesOf({ suggestedActions }: Partial<Activity>): string[] {
  return (suggestedActions?.actions ?? []).map(({ title }) => title);
}
