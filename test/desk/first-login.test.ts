import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isPassword } from '../../src/desk/passwords';
import { faultsOf, wordsOf } from './browsing';
import { startTestDesk, type TestDesk } from './test-desk';

const HOUR_MS = 3_600_000;
const PASSWORD = 'quatre tables rouges';
const FORM = { name: 'Camille, conseillère', password: PASSWORD, again: PASSWORD };

let test: TestDesk;

beforeEach(async () => {
  test = await startTestDesk({ advisors: [] });
});
afterEach(() => test.stop());

async function link(): Promise<string> {
  const file = await test.desk.firstLogin(test.address);
  return /\/desk\/first-login\/\S+/.exec(readFileSync(file ?? '', 'utf8'))?.[0] ?? '';
}

describe('the first login', () => {
  it('makes an account without a password, and a link for the owner’s eyes only', async () => {
    const file = await test.desk.firstLogin('http://localhost:3978');
    expect(file).toBe(join(test.dataDirectory, 'first-login.txt'));
    expect(statSync(file ?? '').mode & 0o777).toBe(0o600);
    expect(readFileSync(file ?? '', 'utf8')).toMatch(/^http:\/\/localhost:3978\/desk\/first-login\/[\w-]{43}$/m);
    expect(await test.advisors.advisorByLogin('conseiller')).toMatchObject({ name: 'Conseiller', passwordHash: null });
    expect(test.logged.join()).not.toMatch(/first-login\/[\w-]{43}/);
  });

  it('narrows the rights of a file that was there before', async () => {
    writeFileSync(join(test.dataDirectory, 'first-login.txt'), 'an old one', { mode: 0o644 });
    expect(statSync((await test.desk.firstLogin(test.address)) ?? '').mode & 0o777).toBe(0o600);
  });

  it('leads with the link to a name and a password, and in', async () => {
    const browser = test.newBrowser();
    const path = await link();
    const page = await browser.get(path);
    expect(page.status).toBe(200);
    expect(faultsOf(page.html)).toEqual([]);
    expect(page.html).toContain('value="conseiller"');

    const done = await browser.post(path, FORM);
    expect(done.status).toBe(303);
    expect(done.headers.get('location')).toBe('/desk');
    const advisor = await test.advisors.advisorByLogin('conseiller');
    expect(advisor?.name).toBe(FORM.name);
    expect(advisor?.passwordHash).toMatch(/^scrypt\$131072\$8\$1\$[A-Za-z0-9+/=]{24}\$[A-Za-z0-9+/=]{44}$/);
    expect(await isPassword(PASSWORD, advisor?.passwordHash ?? null)).toBe(true);
    expect(wordsOf((await browser.get('/desk')).html)).toContain('Connecté : Camille, conseillère');
    expect(existsSync(join(test.dataDirectory, 'first-login.txt'))).toBe(false);
    expect(await test.desk.firstLogin(test.address)).toBeUndefined();
  });

  it('works once', async () => {
    const path = await link();
    await test.newBrowser().post(path, FORM);
    const late = test.newBrowser();
    const again = await late.post(path, { ...FORM, password: 'cinq chaises bleues', again: 'cinq chaises bleues' });
    expect(again.status).toBe(410);
    expect(faultsOf(again.html)).toEqual([]);
    expect(late.cookies.size).toBe(0);
    expect((await late.get(path)).status).toBe(410);
  });

  it('works for one of two who use the link at once', async () => {
    const path = await link();
    const both = await Promise.all([test.newBrowser().post(path, FORM), test.newBrowser().post(path, FORM)]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 410]);
  });

  it('is over after 24 hours, and a restart makes a new link', async () => {
    const path = await link();
    test.clock.forward(24 * HOUR_MS - 1);
    expect((await test.newBrowser().get(path)).status).toBe(200);
    test.clock.forward(1);
    expect((await test.newBrowser().get(path)).status).toBe(410);
    expect((await test.newBrowser().post(path, FORM)).status).toBe(410);
    const renewed = await link();
    expect(renewed).not.toBe(path);
    expect((await test.newBrowser().get(renewed)).status).toBe(200);
  });

  it('keeps a link that is still good over a restart, and one that was lost is made anew', async () => {
    const path = await link();
    expect(await link()).toBe(path);
    writeFileSync(join(test.dataDirectory, 'first-login.txt'), '');
    const renewed = await link();
    expect(renewed).not.toBe(path);
    expect((await test.newBrowser().get(renewed)).status).toBe(200);
  });

  it('is not for who guesses', async () => {
    await link();
    expect((await test.newBrowser().get(`/desk/first-login/${'A'.repeat(43)}`)).status).toBe(410);
  });

  it.each([
    [{ name: ' ' }, 'Indiquez le nom'],
    [{ name: 'x'.repeat(61) }, 'Ce nom est trop long'],
    [{ password: 'onze signes', again: 'onze signes' }, 'trop court'],
    [{ password: 'x1'.repeat(101) }, 'trop long'],
    [{ password: 'Conseiller2026!' }, 'ressemble trop à votre identifiant'],
    [{ password: 'motdepasse123' }, 'premiers que l'],
    [{ again: 'autre chose encore' }, 'sont différents'],
  ])('asks again, and the link stays good: %j', async (wrong, said) => {
    const path = await link();
    const refused = await test.newBrowser().post(path, { ...FORM, ...wrong });
    expect(refused.status).toBe(422);
    expect(wordsOf(refused.html)).toContain(said);
    expect(faultsOf(refused.html)).toEqual([]);
    expect(refused.html).not.toContain(PASSWORD);
    expect((await test.newBrowser().get(path)).status).toBe(200);
  });
});
