import { SignJWT } from 'jose';
import { TOKEN_SECONDS } from '../../src/channels/web/tokens';
import { type LoadedContent, loadRealContent } from '../conversation/harness';
import {
  activities,
  answerTo,
  call,
  type Open,
  type Opened,
  post,
  type ServedActivities,
  startConversation,
} from './direct-line-calls';
import { startWebBot, type WebBot } from './web-bot';
import { waitingEntries } from '../storage/waiting-entries';

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

const refusal = (code: string, key: Parameters<LoadedContent['texts']['say']>[0]) => ({
  error: { code, message: content.texts.say(key as 'web.broken') },
});

function get<T>(path: string, token?: string) {
  return call<T>(address, path, { method: 'GET', token });
}

describe('a conversation over Direct Line', () => {
  it('is begun with the token that was generated for it, and greets first', async () => {
    const generated = await call<Opened>(address, '/tokens/generate');
    expect(generated).toMatchObject({ status: 200, body: { expires_in: TOKEN_SECONDS } });
    const started = await call<Opened>(address, '/conversations', { token: generated.body.token });
    expect(started.status).toBe(201);
    expect(started.body.conversationId).toBe(generated.body.conversationId);
    const set = await activities(address, started.body);
    expect(set.watermark).toBe('1');
    expect(set.activities).toHaveLength(1);
    expect(set.activities[0]?.text).toContain(content.texts.say('greeting.hello').slice(0, 20));
  });

  it('is begun without a token too, and begun twice it greets once', async () => {
    const opened = await startConversation(address);
    const again = await call<Opened>(address, '/conversations', { token: opened.token });
    expect(again.body.conversationId).toBe(opened.conversationId);
    expect((await activities(address, opened)).activities).toHaveLength(1);
  });

  it('greets once, even when it is begun again after its repeat key was forgotten', async () => {
    const opened = await startConversation(address);
    bot.clock.forward(2 * 3_600_000);
    await bot.conversations.forgetRepeatKeys();
    const renewed = await call<Opened>(address, '/tokens/refresh', { token: opened.token });
    await call(address, '/conversations', { token: renewed.body.token });
    expect((await activities(address, renewed.body)).activities).toHaveLength(1);
  });

  it('answers a message, and gives what came after a watermark', async () => {
    const opened = await startConversation(address);
    const { status, body } = await post(address, opened, 'jai perdu ma carte vital');
    expect(status).toBe(200);
    const answer = await answerTo(address, opened, body.id);
    expect(answer.text).toContain('Déclarez la perte');
    const after = await activities(address, opened, 1);
    expect(after.activities.map(({ id }) => id)).toEqual([body.id, answer.id]);
    expect(after.watermark).toBe('3');
    expect((await activities(address, opened, 3)).activities).toEqual([]);
  });

  it('is taken up again at a watermark, with a stream address that begins there', async () => {
    const opened = await startConversation(address);
    const resumed = await get<Opened>(`/conversations/${opened.conversationId}?watermark=1`, opened.token);
    expect(resumed.status).toBe(200);
    expect(resumed.body).toMatchObject({ conversationId: opened.conversationId, expires_in: TOKEN_SECONDS });
    const stream = new URL(resumed.body.streamUrl);
    expect(stream.origin).toBe(address.replace('http', 'ws'));
    expect(stream.searchParams.get('watermark')).toBe('1');
  });

  it('that nobody began cannot be taken up', async () => {
    const { body } = await call<Opened>(address, '/tokens/generate');
    const resumed = await get(`/conversations/${body.conversationId}`, body.token);
    expect(resumed).toMatchObject({ status: 404, body: refusal('ConversationNotFound', 'web.gone') });
  });
});

describe('who writes', () => {
  it('is who the token names, whatever the body says', async () => {
    const opened = await startConversation(address);
    const forged = { id: 'guichet', name: 'Caisse', role: 'bot' };
    const body = {
      type: 'message',
      text: 'bonjour',
      from: forged,
      id: 'forged',
      timestamp: '1999-01-01T00:00:00Z',
      conversation: { id: 'another' },
    };
    const path = `/conversations/${opened.conversationId}/activities`;
    const posted = await call<{ id: string }>(address, path, { token: opened.token, body });
    await answerTo(address, opened, posted.body.id);
    const [, mine] = (await activities(address, opened)).activities;
    expect(mine?.from?.id).toMatch(/^dl_/);
    expect(mine?.from).toMatchObject({ name: '', role: 'user' });
    expect(mine?.id).toBe(posted.body.id);
    expect(mine?.id).not.toBe('forged');
    expect(mine?.conversation?.id).toBe(opened.conversationId);
    expect(new Date(mine?.timestamp ?? 0)).toEqual(bot.clock.now());
  });

  it('reads and writes in no other conversation', async () => {
    const [mine, theirs] = [await startConversation(address), await startConversation(address)];
    const stolen: Open = { conversationId: theirs.conversationId, token: mine.token };
    const refused = { status: 403, body: refusal('Forbidden', 'web.forbidden') };
    expect(await get(`/conversations/${theirs.conversationId}/activities`, mine.token)).toMatchObject(refused);
    expect(await get(`/conversations/${theirs.conversationId}`, mine.token)).toMatchObject(refused);
    expect(await post(address, stolen, 'bonjour')).toMatchObject(refused);
    expect((await activities(address, theirs)).activities).toHaveLength(1);
  });

  it.each(['', 'nonsense', 'a.b.c'])('is refused with the token « %s »', async (token) => {
    const { conversationId } = await startConversation(address);
    const refused = { status: 403, body: refusal('Forbidden', 'web.forbidden') };
    expect(await get(`/conversations/${conversationId}/activities`, token)).toMatchObject(refused);
    expect(await call(address, '/tokens/refresh', { token })).toMatchObject(refused);
  });

  it('is refused with a token that was changed, unsigned, or signed with another key', async () => {
    const { conversationId, token } = await startConversation(address);
    const other = await startConversation(address);
    const [header, , signature] = token.split('.');
    const claims = { conv: conversationId, user: 'dl_somebody', exp: 4_000_000_000 };
    const unsigned = [{ alg: 'none' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
    const foreignKey = new TextEncoder().encode('another key of thirty-two bytes and more');
    const tampered = [
      [header, other.token.split('.')[1], signature].join('.'),
      [...unsigned, ''].join('.'),
      await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(foreignKey),
    ];
    for (const forged of tampered) {
      const refused = { status: 403, body: refusal('Forbidden', 'web.forbidden') };
      expect(await get(`/conversations/${conversationId}/activities`, forged)).toMatchObject(refused);
      expect(await call(address, '/tokens/refresh', { token: forged })).toMatchObject(refused);
    }
  });
});

describe('a token', () => {
  const expired = () => ({ status: 403, body: refusal('TokenExpired', 'web.expired') });

  it('lives half an hour to the second', async () => {
    const opened = await startConversation(address);
    const path = `/conversations/${opened.conversationId}/activities`;
    bot.clock.forward((TOKEN_SECONDS - 1) * 1_000);
    expect((await get(path, opened.token)).status).toBe(200);
    bot.clock.forward(1_000);
    expect(await get(path, opened.token)).toMatchObject(expired());
    expect(await post(address, opened, 'bonjour')).toMatchObject(expired());
    expect(await get(`/conversations/${opened.conversationId}`, opened.token)).toMatchObject(expired());
    expect(await call(address, '/conversations', { token: opened.token })).toMatchObject(expired());
  });

  it('is renewed, and the new one outlives the old', async () => {
    const opened = await startConversation(address);
    bot.clock.forward(15 * 60_000);
    const renewed = await call<Opened>(address, '/tokens/refresh', { token: opened.token });
    expect(renewed).toMatchObject({
      status: 200,
      body: { conversationId: opened.conversationId, expires_in: TOKEN_SECONDS },
    });
    bot.clock.forward(20 * 60_000);
    const path = `/conversations/${opened.conversationId}/activities`;
    expect((await get<ServedActivities>(path, renewed.body.token)).body.activities).toHaveLength(1);
  });

  it('that expired less than a day ago is still renewed, after a day no more', async () => {
    const opened = await startConversation(address);
    bot.clock.forward((TOKEN_SECONDS + 24 * 3_600 - 1) * 1_000);
    const renewed = await call<Opened>(address, '/tokens/refresh', { token: opened.token });
    expect(renewed.status).toBe(200);
    expect((await activities(address, renewed.body)).activities).toHaveLength(1);
    bot.clock.forward(1_000);
    expect(await call(address, '/tokens/refresh', { token: opened.token })).toMatchObject(expired());
  });
});

describe('a message', () => {
  it('sent twice with the same clientActivityID is one message with one answer', async () => {
    const opened = await startConversation(address);
    const send = () => post(address, opened, 'où envoyer mon arrêt de travail ?', 'mine-1');
    const [first, second] = await Promise.all([send(), send()]);
    await answerTo(address, opened, first.body.id);
    const third = await send();
    await bot.conversations.settled();
    expect([second.body.id, third.body.id]).toEqual([first.body.id, first.body.id]);
    const all = (await activities(address, opened)).activities;
    expect(all.filter(({ from }) => from?.role === 'user')).toHaveLength(1);
    expect(all.filter(({ replyToId }) => replyToId === first.body.id)).toHaveLength(1);
    expect(all).toHaveLength(3);
  });

  it('with the clientActivityID of another conversation is no repeat', async () => {
    const [one, two] = [await startConversation(address), await startConversation(address)];
    const [first, second] = [await post(address, one, 'merci', 'same'), await post(address, two, 'merci', 'same')];
    expect(first.body.id).not.toBe(second.body.id);
    await answerTo(address, one, first.body.id);
    await answerTo(address, two, second.body.id);
  });

  it('that comes with others at once has its own answer, and seq has no gap', async () => {
    const opened = await startConversation(address);
    const questions = ['jai perdu ma carte vital', 'merci', 'aide'];
    const posted = await Promise.all(questions.map((text) => post(address, opened, text)));
    for (const { body } of posted) await answerTo(address, opened, body.id);
    const kept = await bot.store.transcript(opened.conversationId, 0);
    expect(kept.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    for (const { body } of posted) {
      const mine = kept.findIndex(({ id }) => id === body.id);
      expect(kept[mine + 1]?.activity).toMatchObject({ replyToId: body.id });
    }
  });

  it('that is no JSON is refused kindly', async () => {
    const { conversationId, token } = await startConversation(address);
    const path = `/conversations/${conversationId}/activities`;
    for (const body of ['{"type":', '"bonjour"', 'null', [{ type: 'message', text: 'bonjour' }], []]) {
      const refused = await call(address, path, { token, body });
      expect(refused).toMatchObject({ status: 400, body: refusal('BadArgument', 'web.unreadable') });
    }
  });

  it('is read up to 256 kB, and refused kindly above', async () => {
    const opened = await startConversation(address);
    const path = `/conversations/${opened.conversationId}/activities`;
    const body = { type: 'message', text: '' };
    const room = 256 * 1_024 - JSON.stringify(body).length;
    const fits = await call<{ id: string }>(address, path, {
      token: opened.token,
      body: { ...body, text: 'a'.repeat(room) },
    });
    expect(fits.status).toBe(200);
    expect((await answerTo(address, opened, fits.body.id)).text).toContain('très long');
    const tooLong = await call(address, path, { token: opened.token, body: { ...body, text: 'a'.repeat(room + 1) } });
    expect(tooLong).toMatchObject({ status: 413, body: refusal('MessageTooLong', 'web.too-long') });
  });

  it('of another kind gets an id and leaves no trace', async () => {
    const opened = await startConversation(address);
    const path = `/conversations/${opened.conversationId}/activities`;
    for (const body of [{ type: 'typing' }, { type: 'event', name: 'webchat/join', value: {} }, { text: 'bonjour' }]) {
      const posted = await call<{ id: string }>(address, path, { token: opened.token, body });
      expect(posted.status).toBe(200);
      expect(posted.body.id).toMatch(/\S/);
    }
    await bot.conversations.settled();
    expect((await activities(address, opened)).activities).toHaveLength(1);
    expect(await waitingEntries(bot.store)).toEqual([]);
  });
});

describe('the rate limit', () => {
  let limited: WebBot;
  beforeEach(async () => {
    limited = await startWebBot(content, { rateLimit: true });
  });
  afterEach(() => limited.stop());

  it('lets thirty messages a minute through, then says when to come back', async () => {
    const opened = await startConversation(limited.address);
    for (let sent = 0; sent < 30; sent++) expect((await post(limited.address, opened, 'merci')).status).toBe(200);
    const refused = await post(limited.address, opened, 'merci');
    expect(refused).toMatchObject({ status: 429, body: refusal('TooManyRequests', 'web.too-many') });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    await limited.conversations.settled();
    expect((await activities(limited.address, opened)).activities).toHaveLength(1 + 2 * 30);

    const another = await startConversation(limited.address);
    expect((await post(limited.address, another, 'merci')).status).toBe(200);
  });

  it('lets one address begin sixty conversations an hour', async () => {
    for (let begun = 0; begun < 60; begun++) await call(limited.address, '/tokens/generate');
    const refused = await call(limited.address, '/tokens/generate');
    expect(refused).toMatchObject({ status: 429, body: refusal('TooManyRequests', 'web.too-many') });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await call(limited.address, '/conversations')).status).toBe(429);
  });
});
