import { faultsOf, wordsOf } from './browsing';
import { CAMILLE, startTestDesk, type TestDesk } from './test-desk';

let test: TestDesk;
afterEach(() => test.stop());

const OURS = 'ours';

describe.each([
  { publicUrl: undefined, also: [] as string[] },
  { publicUrl: 'https://assistant.example.org/', also: ['https://assistant.example.org'] },
])('forms come from our own pages ($publicUrl)', ({ publicUrl, also }) => {
  beforeEach(async () => {
    test = await startTestDesk({ publicUrl });
  });

  it.each<[string, Record<string, string>, boolean]>([
    ['our own', { Origin: OURS }, true],
    ['our own, by TLS at a proxy', { Origin: 'https:ours' }, true],
    ['elsewhere', { Origin: 'https://elsewhere.example' }, false],
    ['another port of ours', { Origin: 'http://127.0.0.1:1' }, false],
    ['an opaque one', { Origin: 'null' }, false],
    ['ours as somebody’s user', { Origin: 'user' }, false],
    [
      'elsewhere, whatever else it says',
      { Origin: 'https://elsewhere.example', 'Sec-Fetch-Site': 'same-origin' },
      false,
    ],
    ['none, and the browser says it is ours', { 'Sec-Fetch-Site': 'same-origin' }, true],
    ['none, from a sister site', { 'Sec-Fetch-Site': 'same-site' }, false],
    ['none, from elsewhere', { 'Sec-Fetch-Site': 'cross-site' }, false],
    ['none, typed by hand', { 'Sec-Fetch-Site': 'none' }, false],
    ['none at all', {}, false],
  ])('%s', async (_, headers, allowed) => {
    const browser = await test.browserOf(CAMILLE);
    const { host } = new URL(test.address);
    const origins: Record<string, string> = {
      [OURS]: test.address,
      'https:ours': `https://${host}`,
      user: `http://${host}@elsewhere.example`,
    };
    const sent = { ...headers, ...(headers['Origin'] && { Origin: origins[headers['Origin']] ?? headers['Origin'] }) };
    const { status, html } = await browser.post('/desk/sign-out', {}, sent);
    expect(status).toBe(allowed ? 303 : 403);
    if (allowed) return;
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain("rien n'a été changé");
    expect((await browser.get('/desk', {})).status).toBe(publicUrl ? 303 : 200);
  });

  it('the public address counts when there is one', async () => {
    const at = { Origin: 'https://assistant.example.org' };
    expect((await test.newBrowser().post('/desk/sign-out', {}, at)).status).toBe(also.length > 0 ? 303 : 403);
  });
});

describe('every page', () => {
  beforeEach(async () => {
    test = await startTestDesk();
  });

  it.each(['/desk', '/desk/sign-in', '/desk/first-login/x', '/desk/nowhere'])(
    'is kept by nobody, framed by nobody, and runs nothing from elsewhere: %s',
    async (path) => {
      const { headers } = await test.newBrowser().get(path);
      expect(headers.get('cache-control')).toBe('no-store');
      const policy = headers.get('content-security-policy');
      for (const rule of ["default-src 'self'", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'"]) {
        expect(policy).toContain(rule);
      }
      expect(policy).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      // Under `no-referrer` a browser sends `Origin: null` with our own forms.
      expect(headers.get('referrer-policy')).toBe('same-origin');
    },
  );

  it('that does not exist says so kindly', async () => {
    const browser = await test.browserOf(CAMILLE);
    for (const path of ['/desk/nowhere', '/desk/tickets/nowhere']) {
      const { status, html } = await browser.get(path);
      expect(status).toBe(404);
      expect(faultsOf(html)).toEqual([]);
      expect(wordsOf(html)).toContain("n'existe pas, ou plus");
      expect(html).toContain('href="/desk"');
    }
    expect((await browser.post('/desk/tickets/nowhere/reply', { text: 'x' })).status).toBe(404);
  });

  it('that fails tells a reference, which stands in the log', async () => {
    const browser = await test.browserOf(CAMILLE);
    test.tickets.queue = () => Promise.reject(new Error('the disk is full'));
    const { status, html } = await browser.get('/desk');
    expect(status).toBe(500);
    expect(faultsOf(html)).toEqual([]);
    const reference = /[0-9a-f-]{36}/.exec(wordsOf(html))?.[0] ?? 'none';
    expect(test.logged.join()).toContain(reference);
    expect(test.logged.join()).toContain('the disk is full');
    expect(html).not.toContain('disk');
  });

  it('refuses a flood of text with a page', async () => {
    const { status, html } = await test.newBrowser().post('/desk/sign-in', { login: 'x'.repeat(300_000) });
    expect(status).toBe(413);
    expect(faultsOf(html)).toEqual([]);
  });
});
