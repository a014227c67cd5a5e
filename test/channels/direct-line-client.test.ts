import { type Activity, ConnectionStatus, DirectLine, type DirectLineOptions } from 'botframework-directlinejs';
import { WebSocket } from 'ws';
import { type LoadedContent, loadRealContent } from '../conversation/harness';
import { type Opened, call } from './direct-line-calls';
import { waitFor } from './wait-for';
import { startWebBot, type WebBot } from './web-bot';
import { XmlHttpRequest } from './xml-http-request';

// The vendor's client (Web Chat's own) looks for these two in the browser's global scope.
Object.assign(globalThis, { XMLHttpRequest: XmlHttpRequest, WebSocket });

let content: LoadedContent;
let bot: WebBot;
const clients: DirectLine[] = [];

beforeAll(() => {
  content = loadRealContent();
});

beforeEach(async () => {
  bot = await startWebBot(content);
});

afterEach(async () => {
  for (const client of clients.splice(0)) client.end();
  await bot.stop();
});

/** A client, and all that it was given. */
function connect(options: DirectLineOptions) {
  const client = new DirectLine({ domain: `${bot.address}/directline`, pollingInterval: 200, ...options });
  clients.push(client);
  const given: Activity[] = [];
  client.activity$.subscribe(
    (activity) => given.push(activity),
    // `end()` comes here as an error too; after any other one `has` waits in vain.
    () => undefined,
  );
  return {
    given,
    client,
    has: (count: number) => waitFor(`${count} activities`, () => given.length >= count && given),
    say: (text: string) =>
      new Promise<string>((resolve, reject) => {
        client.postActivity({ type: 'message', from: { id: 'anybody' }, text }).subscribe(resolve, reject);
      }),
  };
}

/** The page gets the token, the client only uses it. */
async function token(): Promise<Opened> {
  return (await call<Opened>(bot.address, '/tokens/generate')).body;
}

const texts = (activities: Activity[]) =>
  activities.map((activity) => ('text' in activity ? activity.text : undefined));

describe.each([
  ['over a WebSocket', true],
  ['by polling', false],
])("the vendor's client %s", (_how, webSocket) => {
  it('is greeted, sends a message and gets the answer', async () => {
    const { conversationId, token: bearer } = await token();
    const chat = connect({ token: bearer, webSocket });
    await chat.has(1);
    expect(chat.client.connectionStatus$.getValue()).toBe(ConnectionStatus.Online);
    const id = await chat.say('jai perdu ma carte vital');
    const [greeting, mine, answer] = await chat.has(3);
    expect(texts([greeting as Activity])[0]).toContain('assistant automatique');
    expect(mine).toMatchObject({ id, from: { role: 'user' }, conversation: { id: conversationId } });
    expect(answer).toMatchObject({ replyToId: id, from: { role: 'bot' } });
    expect(texts([answer as Activity])[0]).toContain('Cela répond-il à votre question');
  });

  it('takes up a conversation after its watermark, and from the beginning without one', async () => {
    const { conversationId, token: bearer } = await token();
    const before = connect({ token: bearer, webSocket });
    await before.has(1);
    await before.say('merci');
    await before.has(3);
    before.client.end();

    const after = connect({ token: bearer, conversationId, watermark: '1', webSocket });
    await after.has(2);
    await after.say('aide');
    await after.has(4);
    expect(after.given.slice(0, 2)).toEqual(before.given.slice(1));

    const all = connect({ token: bearer, conversationId, watermark: '0', webSocket });
    await all.has(5);
    expect(texts(all.given)).toEqual([...texts(before.given.slice(0, 1)), ...texts(after.given)]);
  });
});
