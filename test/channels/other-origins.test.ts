import { type LoadedContent, loadRealContent } from '../conversation/harness';
import { startWebBot, type WebBot } from './web-bot';

const FUND = 'https://www.caisse.example';
const STRANGER = 'https://elsewhere.example';

let content: LoadedContent;
let bot: WebBot;

beforeAll(() => {
  content = loadRealContent();
});
beforeEach(async () => {
  bot = await startWebBot(content, { chatOrigins: [FUND] });
});
afterEach(() => bot.stop());

const begin = (origin: string | undefined, method = 'POST') =>
  fetch(`${bot.address}/directline/conversations`, { method, headers: origin ? { origin } : {} });

it('a page of an allowed origin may begin a conversation, and its browser may read the answer', async () => {
  const response = await begin(FUND);
  expect(response.status).toBe(201);
  expect(response.headers.get('access-control-allow-origin')).toBe(FUND);
  expect(response.headers.get('vary')).toMatch(/Origin/);
});

it('its browser asks first, and is told what may be sent', async () => {
  const response = await begin(FUND, 'OPTIONS');
  expect(response.status).toBe(204);
  expect(response.headers.get('access-control-allow-origin')).toBe(FUND);
  expect(response.headers.get('access-control-allow-headers')).toMatch(/authorization, content-type/);
});

it.each([STRANGER, 'null', `${FUND}.evil.example`, FUND.replace('https', 'http')])(
  'a page of %s may not: nothing is begun',
  async (origin) => {
    for (const method of ['POST', 'OPTIONS']) {
      const response = await begin(origin, method);
      expect(response.status).toBe(403);
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
    }
  },
);

it('the server’s own pages, and programs that are no page, need no permission', async () => {
  expect((await begin(bot.address)).status).toBe(201);
  expect((await begin(undefined)).status).toBe(201);
});

it('any page may load the script', async () => {
  const { headers } = await fetch(`${bot.address}/widget.js`, { headers: { origin: STRANGER } });
  expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
});
