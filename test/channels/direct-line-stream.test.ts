import { WebSocket } from 'ws';
import { TOKEN_SECONDS } from '../../src/channels/web/tokens';
import { type LoadedContent, loadRealContent } from '../conversation/harness';
import { answerTo, call, type Opened, post, type ServedActivities, startConversation } from './direct-line-calls';
import { waitFor } from './wait-for';
import { startWebBot, type WebBot } from './web-bot';

let content: LoadedContent;
let bot: WebBot;
let address: string;

beforeAll(() => {
  content = loadRealContent();
});

beforeEach(async () => {
  bot = await startWebBot(content);
  ({ address } = bot);
});

afterEach(() => bot.stop());

/** A client of the stream, with all that it was given. */
function listen(streamUrl: string) {
  const socket = new WebSocket(streamUrl);
  const sets: ServedActivities[] = [];
  socket.on('message', (data: Buffer) => sets.push(JSON.parse(data.toString()) as ServedActivities));
  const given = () => sets.flatMap((set) => set.activities);
  return {
    socket,
    sets,
    given,
    has: (count: number) => waitFor(`${count} activities`, () => given().length >= count && given()),
  };
}

/** The status with which the server refuses to open a stream. */
function refusedWith(streamUrl: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(streamUrl);
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode);
      socket.on('error', () => undefined).terminate();
    });
    socket.on('open', () => reject(new Error('the stream was opened')));
  });
}

describe('the stream', () => {
  it('gives the greeting, then each answer as it comes', async () => {
    const opened = await startConversation(address);
    const stream = listen(opened.streamUrl);
    const [greeting] = await stream.has(1);
    expect(greeting?.text).toContain('assistant automatique');
    const { body } = await post(address, opened, 'jai perdu ma carte vital');
    const [, mine, answer] = await stream.has(3);
    expect(mine?.id).toBe(body.id);
    expect(answer).toMatchObject({ replyToId: body.id });
    expect(stream.sets.at(-1)?.watermark).toBe('3');
    stream.socket.close();
  });

  it('begins after its watermark: nothing twice, nothing lost', async () => {
    const opened = await startConversation(address);
    const first = listen(opened.streamUrl);
    await first.has(1);
    first.socket.terminate();
    const missed = await post(address, opened, 'merci');
    await answerTo(address, opened, missed.body.id);

    const path = `/conversations/${opened.conversationId}?watermark=1`;
    const resumed = await call<Opened>(address, path, { method: 'GET', token: opened.token });
    const second = listen(resumed.body.streamUrl);
    await second.has(2);
    const live = await post(address, opened, 'aide');
    await second.has(4);
    const transcript = await bot.store.transcript(opened.conversationId, 1);
    expect(second.given().map(({ id }) => id)).toEqual(transcript.map(({ id }) => id));
    expect(transcript.map(({ seq }) => seq)).toEqual([2, 3, 4, 5]);
    expect(second.given()[2]?.id).toBe(live.body.id);
    second.socket.close();
  });

  it('gives every activity once, in order, while many messages come', async () => {
    const opened = await startConversation(address);
    const [one, two] = [listen(opened.streamUrl), listen(opened.streamUrl)];
    await Promise.all(Array.from({ length: 10 }, (_, index) => post(address, opened, 'merci', `m${index}`)));
    const transcript = await waitFor('ten answers', async () => {
      const kept = await bot.store.transcript(opened.conversationId, 0);
      return kept.length === 21 && kept;
    });
    for (const stream of [one, two]) {
      await stream.has(21);
      expect(stream.given().map(({ id }) => id)).toEqual(transcript.map(({ id }) => id));
      stream.socket.close();
    }
  });

  it('takes the empty frames by which clients see whether anybody is there', async () => {
    const opened = await startConversation(address);
    const stream = listen(opened.streamUrl);
    await stream.has(1);
    stream.socket.send('');
    await post(address, opened, 'merci');
    await stream.has(3);
    stream.socket.close();
  });

  it('is not opened with a wrong or an expired token, nor for another conversation', async () => {
    const [mine, theirs] = [await startConversation(address), await startConversation(address)];
    const withToken = (token: string) => mine.streamUrl.replace(/([?&]t=).*$/, `$1${token}`);
    expect(await refusedWith(withToken('nonsense'))).toBe(403);
    expect(await refusedWith(withToken(''))).toBe(403);
    expect(await refusedWith(mine.streamUrl.replace(mine.conversationId, theirs.conversationId))).toBe(403);
    expect(await refusedWith(mine.streamUrl.replace('/stream', '/elsewhere'))).toBe(403);
    bot.clock.forward(TOKEN_SECONDS * 1_000);
    expect(await refusedWith(mine.streamUrl)).toBe(403);
  });
});
