import { type LoadedContent, loadRealContent } from '../conversation/harness';
import { activities, answerTo, call, type Opened, post, startConversation } from './direct-line-calls';
import { startWebBot, type WebBot } from './web-bot';

let content: LoadedContent;
let bot: WebBot;
let open: Opened;

beforeAll(() => {
  content = loadRealContent();
});
beforeEach(async () => {
  bot = await startWebBot(content);
  open = await startConversation(bot.address);
});
afterEach(() => bot.stop());

const judge = (value: unknown, name = 'guichet.opinion') =>
  call<{ id: string }>(bot.address, `/conversations/${open.conversationId}/activities`, {
    token: open.token,
    body: { type: 'event', name, value },
  });
const kept = () => bot.db.selectFrom('opinions').selectAll().execute();
const events = () => bot.db.selectFrom('events').select('data').where('kind', '=', 'opinion-given').execute();

async function answerAbout(question: string) {
  const { body } = await post(bot.address, open, question);
  return answerTo(bot.address, open, body.id);
}

it('an article’s answer may be judged, other words of the assistant may not', async () => {
  const answer = await answerAbout('jai perdu ma carte vital');
  expect(answer.channelData).toEqual({ guichet: { answer: true } });
  expect((await answerAbout('bonjour')).channelData).toBeUndefined();
});

it('of a sober subject nobody is asked how useful it was', async () => {
  const answer = await answerAbout('mon mari est décédé, que dois-je faire ?');
  expect(answer.text).toMatch(/décès/i);
  expect(answer.channelData).toBeUndefined();
});

it('an opinion is recorded without its words; the words are kept apart, masked; nothing is said', async () => {
  const { id = '' } = await answerAbout('jai perdu ma carte vital');
  const before = (await activities(bot.address, open)).activities.length;
  const comment = 'Trop long. Mon numéro : 1 69 05 49 588 157 80';
  expect((await judge({ about: id, useful: false, comment })).status).toBe(200);
  await bot.conversations.settled();
  expect((await events()).map(({ data }) => JSON.parse(data) as unknown)).toEqual([
    { message: id, useful: false, commented: true },
  ]);
  const [opinion] = await kept();
  expect(opinion).toMatchObject({ message_id: id, useful: 0 });
  expect(opinion?.comment).toMatch(/^Trop long\..*masqué/);
  expect(opinion?.comment).not.toMatch(/588/);
  expect((await activities(bot.address, open)).activities).toHaveLength(before);
});

it('given again it replaces the first', async () => {
  const { id = '' } = await answerAbout('jai perdu ma carte vital');
  await judge({ about: id, useful: false });
  await judge({ about: id, useful: true, comment: 'Tout compte fait, oui.' });
  expect(await kept()).toMatchObject([{ useful: 1, comment: 'Tout compte fait, oui.' }]);
});

it.each([
  ['of nothing', { useful: true }, 'guichet.opinion'],
  ['neither yes nor no', { about: '00000000-0000-4000-8000-000000000001', useful: 'yes' }, 'guichet.opinion'],
  ['under another name', { about: '00000000-0000-4000-8000-000000000001', useful: true }, 'other'],
  ['without a value', undefined, 'guichet.opinion'],
])('an event %s is taken and changes nothing', async (_, value, name) => {
  expect((await judge(value, name)).status).toBe(200);
  await bot.conversations.settled();
  expect(await kept()).toEqual([]);
  expect(await events()).toEqual([]);
});
