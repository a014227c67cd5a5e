import { testedDatabases } from '../storage/databases';
import { wordsOf } from './browsing';
import { CAMILLE, startTestDesk, type TestDesk } from './test-desk';

/** PostgreSQL refuses a text with a NUL character in it; a browser sends one as %00. */
describe.each(testedDatabases())('a NUL character, on $name', (database) => {
  let test: TestDesk;
  let close: () => Promise<void>;

  beforeAll(() => database.start());
  afterAll(() => database.stop());
  beforeEach(async () => {
    const db = await database.open();
    test = await startTestDesk({ db });
    close = async () => {
      await test.stop();
      await database.close(db);
    };
  });
  afterEach(() => close());

  it('in an answer is left out, also where it hides a number', async () => {
    const id = await test.writeTicket();
    const browser = await test.browserOf(CAMILLE);
    const text = 'Votre numéro 2\0 55 08 14 168 025 38 est le bon.\0';
    const form = { version: 1, seen: 0, text, status: 'resolved' };
    expect((await browser.post(`/desk/tickets/${id}/reply`, form)).status).toBe(303);
    expect((await test.tickets.thread(id)).map((message) => message.text)).toEqual([
      'Votre numéro [numéro masqué] est le bon.',
    ]);
  });

  it('in a login or in an address finds nobody and nothing, kindly', async () => {
    const wrong = await test.newBrowser().post('/desk/sign-in', { login: 'nobo\0dy', password: 'x\0y' });
    expect(wrong.status).toBe(401);
    const nowhere = await (await test.browserOf(CAMILLE)).get('/desk/tickets/%00');
    expect(nowhere.status).toBe(404);
    expect(wordsOf(nowhere.html)).toContain("n'existe pas, ou plus");
  });
});
