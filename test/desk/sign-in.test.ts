import { hashPassword } from '../../src/desk/passwords';
import { hashSecret } from '../../src/desk/secrets';
import { forgetExpired } from '../../src/desk/sessions';
import { faultsOf, wordsOf } from './browsing';
import { CAMILLE, startTestDesk, type TestDesk, type TestDeskOptions } from './test-desk';

const MINUTE_MS = 60_000;
const PASSWORD = 'quatre tables rouges';
const RIGHT = { login: CAMILLE.login, password: PASSWORD };
const WRONG = { ...RIGHT, password: 'quatre tables bleues' };

let stored: string;
let test: TestDesk;

beforeAll(async () => {
  stored = await hashPassword(PASSWORD);
});

async function start(options: TestDeskOptions = {}): Promise<void> {
  test = await startTestDesk(options);
  await test.advisors.setPassword(CAMILLE.id, stored);
}

afterEach(() => test.stop());

describe('signing in', () => {
  beforeEach(() => start());

  it('asks for it, in a sound page, and then shows the page that was wanted', async () => {
    const id = await test.writeTicket();
    const browser = test.newBrowser();
    const sent = await browser.get(`/desk/tickets/${id}`);
    expect(sent.status).toBe(303);
    const form = await browser.get(sent.headers.get('location') ?? '');
    expect(faultsOf(form.html)).toEqual([]);
    expect(form.html).toContain(`value="/desk/tickets/${id}"`);
    const done = await browser.post('/desk/sign-in', { ...RIGHT, login: ' Camille ', next: `/desk/tickets/${id}` });
    expect(done.status).toBe(303);
    expect(done.headers.get('location')).toBe(`/desk/tickets/${id}`);
    expect((await browser.get(`/desk/tickets/${id}`)).status).toBe(200);
  });

  it.each(['https://elsewhere.example/', '//elsewhere.example', '/desk/../x', '/desk/tickets/a?b', ''])(
    'leads nowhere else: %j',
    async (next) => {
      const done = await test.newBrowser().post('/desk/sign-in', { ...RIGHT, next });
      expect(done.headers.get('location')).toBe('/desk');
    },
  );

  it('gives a cookie that no script and no other site can use, under a new id each time', async () => {
    const browser = test.newBrowser();
    const first = await browser.post('/desk/sign-in', RIGHT);
    expect(first.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^guichet_desk=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/),
    ]);
    const secret = browser.cookies.get('guichet_desk') ?? '';
    await browser.post('/desk/sign-in', RIGHT);
    expect(browser.cookies.get('guichet_desk')).not.toBe(secret);
    expect(await test.advisors.session(hashSecret(secret))).toBeUndefined();
    expect(await test.advisors.session(secret)).toBeUndefined();
  });

  it('does not tell which of login and password was wrong', async () => {
    const one = await test.newBrowser().post('/desk/sign-in', WRONG);
    const other = await test.newBrowser().post('/desk/sign-in', { ...WRONG, login: 'nobody' });
    const withoutPassword = await test.newBrowser().post('/desk/sign-in', { ...WRONG, login: 'nadir' });
    expect([one, other, withoutPassword].map(({ status }) => status)).toEqual([401, 401, 401]);
    expect(other.html.replace('nobody', 'camille')).toBe(one.html);
    expect(wordsOf(one.html)).toContain('Identifiant ou mot de passe incorrect');
    expect(faultsOf(one.html)).toEqual([]);
    expect(one.html).not.toContain(WRONG.password);
    expect(test.logged.join()).not.toContain(WRONG.password);
  });

  it('shows what was typed as text', async () => {
    const refused = await test
      .newBrowser()
      .post('/desk/sign-in', { login: '"><script>alert(1)</script>', password: '' });
    expect(refused.html).not.toContain('<script>alert');
    expect(faultsOf(refused.html)).toEqual([]);
  });

  it('ends with signing out', async () => {
    const browser = await test.browserOf(CAMILLE);
    const secret = browser.cookies.get('guichet_desk') ?? '';
    expect((await browser.get('/desk')).status).toBe(200);
    const out = await browser.post('/desk/sign-out');
    expect(out.status).toBe(303);
    expect(browser.cookies.size).toBe(0);
    expect((await test.newBrowser().get('/desk', { Cookie: `guichet_desk=${secret}` })).status).toBe(303);
  });
});

describe('behind https', () => {
  beforeEach(() => start({ publicUrl: 'https://assistant.example.org/' }));

  it('the cookie is bound to the host and goes over TLS only', async () => {
    const headers = { Origin: 'https://assistant.example.org' };
    const done = await test.newBrowser().post('/desk/sign-in', RIGHT, headers);
    expect(done.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-guichet_desk=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/),
    ]);
  });
});

describe('a session', () => {
  beforeEach(() => start());

  it('ends after 30 minutes without anything', async () => {
    const browser = await test.browserOf(CAMILLE);
    test.clock.forward(30 * MINUTE_MS - 1);
    expect((await browser.get('/desk')).status).toBe(200);
    test.clock.forward(30 * MINUTE_MS - 1);
    expect((await browser.get('/desk')).status).toBe(200);
    test.clock.forward(30 * MINUTE_MS);
    const over = await browser.get('/desk');
    expect(over.status).toBe(303);
    expect(wordsOf((await browser.get(over.headers.get('location') ?? '')).html)).toContain(
      'Votre session est terminée',
    );
  });

  it('ends after 10 hours, however busy', async () => {
    const browser = await test.browserOf(CAMILLE);
    for (let minutes = 0; minutes < 10 * 60 - 20; minutes += 20) {
      test.clock.forward(20 * MINUTE_MS);
      expect((await browser.get('/desk')).status).toBe(200);
    }
    test.clock.forward(20 * MINUTE_MS - 1);
    expect((await browser.get('/desk')).status).toBe(200);
    test.clock.forward(1);
    expect((await browser.get('/desk')).status).toBe(303);
  });

  it('that nobody can use any more is forgotten, and not a moment before', async () => {
    const { cookies } = await test.browserOf(CAMILLE);
    const kept = async (after: number) => {
      await forgetExpired(test.advisors, new Date(test.clock.now().getTime() + after));
      return test.advisors.session(hashSecret(cookies.get('guichet_desk') ?? ''));
    };
    expect(await kept(30 * MINUTE_MS - 1)).toMatchObject({ advisorId: CAMILLE.id });
    expect(await kept(30 * MINUTE_MS)).toBeUndefined();
  });

  it('is not kept alive by a page that looks for news by itself', async () => {
    const browser = await test.browserOf(CAMILLE);
    const background = { 'X-Guichet-Background': '1' };
    test.clock.forward(29 * MINUTE_MS);
    expect((await browser.get('/desk', background)).status).toBe(200);
    test.clock.forward(MINUTE_MS);
    expect((await browser.get('/desk', background)).status).toBe(401);
  });

  it('that ends while an answer is being written does not lose it', async () => {
    const id = await test.writeTicket();
    const browser = await test.browserOf(CAMILLE);
    test.clock.forward(31 * MINUTE_MS);
    const text = 'Votre virement est parti.\r\n"Cordialement" & <bientôt>';
    const late = await browser.post(`/desk/tickets/${id}/reply`, { text, version: 1, seen: 0, status: 'resolved' });
    expect(late.status).toBe(401);
    expect(faultsOf(late.html)).toEqual([]);
    expect(late.html).toContain(
      'name="draft" value="Votre virement est parti.\n&quot;Cordialement&quot; &amp; &lt;bientôt>"',
    );
    await test.personAdds(id, 'Encore moi');

    const back = await browser.post('/desk/sign-in', { ...RIGHT, next: `/desk/tickets/${id}`, draft: text, seen: 0 });
    expect(back.status).toBe(200);
    expect(faultsOf(back.html)).toEqual([]);
    expect(back.html).toContain('Votre virement est parti.\n&quot;Cordialement&quot; &amp; &lt;bientôt></textarea>');
    expect(wordsOf(back.html)).toContain('Encore moi');
    expect(await test.tickets.thread(id)).toHaveLength(1);
  });
});

describe('guessing', () => {
  beforeEach(() => start({ throttle: true }));
  afterEach(() => jest.useRealTimers());

  it('five wrong tries of a login close it for a quarter of an hour, even for the right password', async () => {
    // The limiter has a clock of its own.
    jest.useFakeTimers({
      advanceTimers: true,
      doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask', 'setTimeout'],
    });
    for (let tries = 0; tries < 5; tries++) {
      expect((await test.newBrowser().post('/desk/sign-in', WRONG)).status).toBe(401);
    }
    const held = await test.newBrowser().post('/desk/sign-in', RIGHT);
    expect(held.status).toBe(429);
    expect(Number(held.headers.get('retry-after'))).toBeGreaterThan(14 * 60);
    expect(Number(held.headers.get('retry-after'))).toBeLessThanOrEqual(15 * 60);
    expect(wordsOf(held.html)).toMatch(/Trop de tentatives sans succès.*Revenez à partir de 10 h 1[56]/);
    expect(faultsOf(held.html)).toEqual([]);
    expect(held.headers.getSetCookie()).toEqual([]);
    expect((await test.newBrowser().post('/desk/sign-in', { ...WRONG, login: 'nadir' })).status).toBe(401);

    jest.setSystemTime(Date.now() + 15 * MINUTE_MS);
    expect((await test.newBrowser().post('/desk/sign-in', RIGHT)).status).toBe(303);
  });

  it('the right password forgets the wrong ones before it', async () => {
    for (let tries = 0; tries < 4; tries++) await test.newBrowser().post('/desk/sign-in', WRONG);
    expect((await test.newBrowser().post('/desk/sign-in', RIGHT)).status).toBe(303);
    for (let tries = 0; tries < 4; tries++) await test.newBrowser().post('/desk/sign-in', WRONG);
    expect((await test.newBrowser().post('/desk/sign-in', RIGHT)).status).toBe(303);
  });

  it('tries side by side are counted too', async () => {
    const tries = Array.from({ length: 9 }, () => test.newBrowser().post('/desk/sign-in', WRONG));
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(4);
  });

  it('an address that goes on and on is held back, whatever the login', async () => {
    for (let tries = 0; tries < 30; tries++) await test.newBrowser().post('/desk/sign-in', WRONG);
    expect((await test.newBrowser().post('/desk/sign-in', { login: 'nadir', password: 'x' })).status).toBe(429);
  });
});
