import type { Activity } from 'botbuilder';
import fc from 'fast-check';
import type { Facts } from '../../dialogs/conversation-state';
import { type Action, after, BEGINNING, type Model, type Screen } from './attempt-model';
import { acceptAndAnswer, loadRealContent, startTestBot, type TestBot } from './harness';

jest.setTimeout(600_000);

/** Failed attempts that the bot remembers: the form asks which of them it is about. */
const REMEMBERED = 5;
const RUNS = Number(process.env['RUNS'] ?? 1_000);
const DAY_MS = 25 * 3_600_000;

const content = loadRealContent();
/** Ordinary articles of the fund's own; the words by which the search of this test knows them. */
const TOPICS = content.knowledge.content.articles
  .filter(({ kind, tone }) => kind === 'own' && tone !== 'sober')
  .map(({ id }) => id)
  .slice(0, 6);
const NAMES = ['alpha', 'bravo', 'charlie', 'delta', 'echo', 'foxtrot'];
const UNCLEAR = 'sujet golf';
const UNKNOWN = 'sujet hotel';
const unclearTopics = TOPICS.slice(0, 3);

/** Read by nobody here. */
const { explain } = content.search.search('carte');

const search = {
  ...content.search,
  searchMessage: (question: string) => {
    const found = (kind: 'found' | 'unsure', ids: readonly string[]) => {
      return { kind, topics: ids.map((id) => ({ id, score: 1 })), confidence: 1, explain };
    };
    const place = NAMES.findIndex((name) => question.includes(name));
    if (place >= 0) return found('found', [TOPICS[place] ?? '']);
    if (question.includes('golf')) return found('unsure', unclearTopics);
    return { kind: 'none' as const, reason: 'unknown' as const, topics: [], confidence: 0, explain };
  },
};

/** What a person does; what is not on the screen cannot be pressed, and a « merci » takes its place. */
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('ask' as const), place: fc.nat(NAMES.length - 1) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('choose' as const), place: fc.nat(2) }) },
  {
    weight: 9,
    arbitrary: fc.record({
      do: fc.constantFrom('ask-unclear', 'ask-unknown', 'yes', 'no', 'no', 'none-of-these', 'chat', 'start-over'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('ask-for-human', 'come-back-next-day') }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

let bot: TestBot;
let conversations = 0;

beforeAll(async () => {
  bot = await startTestBot({ ...content, search }, '2026-11-23T10:00:00+01:00');
});

it(`the bot counts and offers as the model says, in ${RUNS} conversations (seed ${fc.readConfigureGlobal().seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 20 }), async (steps) => {
      const conversationId = `walk-${++conversations}`;
      let model = BEGINNING;
      let last: Partial<Activity> = {};
      for (const one of steps) {
        const action = actionOf(one, last);
        model = after(model, action, screenOf(last));
        last = await perform(action, conversationId, last);
        expect(await toldBy(conversationId, last)).toEqual(expectedOf(model));
      }
    }),
    { numRuns: RUNS },
  );
});

function expectedOf({ failed, offered }: Model) {
  return { failed: Math.min(failed, REMEMBERED), offered, button: offered };
}

/** What the bot keeps, and what the person sees. */
async function toldBy(conversationId: string, last: Partial<Activity>) {
  const { facts } = (await bot.store.loadConversation(conversationId))?.state as unknown as { facts: Facts };
  const button = buttonsOf(last).some(({ choice }) => choice === 'write-to-advisor');
  return { failed: facts.failures.length, offered: facts.escalatedAt !== null, button };
}

function actionOf(one: Step, last: Partial<Activity>): Action {
  if (one.do === 'ask' && 'place' in one) return { do: 'ask', topic: TOPICS[one.place] ?? '' };
  if (one.do === 'ask-unclear') return { do: 'ask-unclear', topics: unclearTopics };
  const titles = buttonsOf(last).flatMap(({ topic }) => topic ?? []);
  if (one.do === 'choose' && 'place' in one) {
    const topic = titles[one.place % Math.max(titles.length, 1)];
    return topic === undefined ? { do: 'chat' } : { do: 'choose', topic };
  }
  // A « oui » to a single title chooses it.
  if (one.do === 'yes' && screenOf(last) !== 'feedback' && titles.length === 1) return { do: 'chat' };
  if (one.do === 'none-of-these' && screenOf(last) !== 'proposal') return { do: 'chat' };
  return { do: one.do };
}

const WORDS = { 'ask-unknown': UNKNOWN, yes: 'oui', no: 'non', chat: 'merci', 'start-over': 'recommencer' } as const;

async function perform(action: Action, conversationId: string, last: Partial<Activity>): Promise<Partial<Activity>> {
  if (action.do === 'come-back-next-day') bot.clock.forward(DAY_MS);
  await acceptAndAnswer(bot, {
    ...{ conversationId, channel: 'web', repeatKey: null, from: 'dl_walk' },
    activity: { type: 'message', ...messageOf(action, last) },
  });
  return (await bot.said(conversationId)).at(-1) ?? {};
}

function messageOf(action: Action, last: Partial<Activity>): { text: string; value?: unknown } {
  switch (action.do) {
    case 'ask':
      return { text: `sujet ${NAMES[TOPICS.indexOf(action.topic)]}` };
    case 'ask-unclear':
      return { text: UNCLEAR };
    case 'choose':
      return { text: 'ce titre', value: buttonsOf(last).find(({ topic }) => topic === action.topic) };
    case 'none-of-these':
      return { text: 'aucune', value: buttonsOf(last).find(({ choice }) => choice === 'none-of-these') };
    case 'ask-for-human':
      return { text: 'je veux un conseiller' };
    case 'come-back-next-day':
      return { text: 'merci' };
    case 'ask-unknown':
    case 'yes':
    case 'no':
    case 'chat':
    case 'start-over':
      return { text: WORDS[action.do] };
  }
}

function buttonsOf({ suggestedActions }: Partial<Activity>): { choice: string; topic?: string }[] {
  return (suggestedActions?.actions ?? []).map(({ value }) => value as { choice: string; topic?: string });
}

function screenOf(last: Partial<Activity>): Screen {
  const choices = buttonsOf(last).map(({ choice }) => choice);
  if (choices.includes('yes')) return 'feedback';
  if (choices.includes('none-of-these')) return 'proposal';
  return choices.includes('topic') ? 'subjects' : 'nothing';
}
