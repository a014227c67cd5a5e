import { type LoadedContent, loadRealContent } from '../conversation/harness';
import { post, startConversation } from './direct-line-calls';
import { startWebBot, type WebBot } from './web-bot';

let content: LoadedContent;
let bot: WebBot;

beforeAll(() => {
  content = loadRealContent();
});

beforeEach(async () => {
  bot = await startWebBot(content);
});

afterEach(() => bot.stop());

const POLICY = [
  "default-src 'self'",
  "style-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join(';');

describe('every answer of the web server', () => {
  it.each(['/', '/widget.js', '/page.css', '/healthz', '/directline/conversations/x'])(
    'keeps strangers out: %s',
    async (path) => {
      const { headers } = await fetch(bot.address + path);
      expect(headers.get('content-security-policy')).toBe(POLICY);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-powered-by')).toBeNull();
    },
  );

  it('from Direct Line is kept by no cache', async () => {
    const response = await fetch(`${bot.address}/directline/tokens/generate`, { method: 'POST' });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });
});

describe('what is not there', () => {
  it.each(['POST', 'GET'])("is told in Direct Line's shape and in French: %s", async (method) => {
    const response = await fetch(`${bot.address}/directline/nowhere`, { method });
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({
      error: { code: expect.any(String) as string, message: expect.stringMatching(/[.!?]$/) as string },
    });
  });
});

describe('the page', () => {
  it('is served at /, in French, and says that it is not official', async () => {
    const response = await fetch(bot.address);
    const page = await response.text();
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page).toContain('<html lang="fr">');
    expect(page).toContain('non officiel');
  });
});

describe('what the operator asks', () => {
  it('is alive, and ready until the store is closed', async () => {
    expect((await fetch(`${bot.address}/healthz`)).status).toBe(200);
    expect((await fetch(`${bot.address}/readyz`)).status).toBe(200);
    await bot.store.close();
    expect((await fetch(`${bot.address}/readyz`)).status).toBe(503);
    expect((await fetch(`${bot.address}/healthz`)).status).toBe(200);
  });

  it('gets metrics in Prometheus text', async () => {
    const response = await fetch(`${bot.address}/metrics`);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(await response.text()).toMatch(/^# TYPE guichet_turns_total counter$/m);
  });

  it('a person reads a kind sentence when the store fails, and the detail stays here', async () => {
    const opened = await startConversation(bot.address);
    await bot.store.close();
    const refused = await post(bot.address, opened, 'bonjour');
    expect(refused.status).toBe(500);
    expect(refused.body).toEqual({ error: { code: 'ServerError', message: content.texts.say('web.broken') } });
  });
});
