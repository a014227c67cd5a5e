import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { waitFor } from '../channels/wait-for';
import { buildOnce, type RunningServer, startServer, temporaryFolder } from '../server/start-server';
import { type ChatPage, goTo, openChat, plain, type Screen } from './chat-page';
import { describeInChromium, openChromium } from './chromium';

jest.setTimeout(180_000);

const PHONE: Screen = { width: 360, height: 640 };
const LOST_CARD = 'jai perdu ma carte vital';
const NONSENSE = 'azerty qsdf wxcv';
const ADVISOR = 'Écrire à un conseiller';
const FORM_BEGINS = /Je vous guide pour écrire votre message/;
const OTHER_WAYS = 'Autres façons de nous joindre';

describeInChromium('the chat in a browser', () => {
  let browser: Browser;
  let server: RunningServer;
  let chat: ChatPage | undefined;
  const folder = temporaryFolder();

  const open = async (screen?: Screen) => (chat = await openChat(browser, server.address, screen));

  beforeAll(async () => {
    buildOnce();
    [browser, server] = await Promise.all([openChromium(), startServer(folder.path)]);
  }, 120_000);

  afterEach(async () => {
    await chat?.close();
    chat = undefined;
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop('SIGTERM');
    folder.remove();
  });

  it('greets: a machine, not official, what it is good for, what not to write, and who else can be reached', async () => {
    const { page, log, complaints } = await open();
    const greeting = plain(await log.textContent());
    expect(greeting).toMatch(/assistant automatique/);
    expect(greeting).toMatch(/ni un service officiel/);
    expect(greeting).toMatch(/carte Vitale, remboursements, arrêt de travail/);
    expect(greeting).toMatch(/ni numéro de sécurité sociale, ni information médicale/);
    expect(plain(await page.locator('h1').textContent())).toMatch(/non officiel/);
    expect(await page.getByRole('button', { name: OTHER_WAYS }).isVisible()).toBe(true);
    expect(complaints).toEqual([]);
  });

  it('shows the other ways to reach the fund from the greeting on', async () => {
    const { press, complaints } = await open();
    expect(await press(OTHER_WAYS)).toMatch(/Où habitez-vous/);
    const ways = await press('Je préfère ne pas le dire');
    expect(ways).toMatch(/36 46/);
    expect(ways).toMatch(/horaires/);
    expect(complaints).toEqual([]);
  });

  it('answers with steps, a source and a review date, and asks whether that answers the question', async () => {
    const { say, buttons, log, complaints } = await open();
    const answer = await say(LOST_CARD);
    expect(answer).toMatch(/Déclarez la perte ou le vol/);
    expect(await log.locator('.message.assistant').last().locator('ol > li').count()).toBeGreaterThanOrEqual(3);
    expect(answer).toMatch(/Sources? :/);
    expect(answer).toMatch(/Relu le \d{1,2}(er)? \S+ \d{4}/);
    expect(answer).toMatch(/Cela répond-il à votre question \?/);
    expect(await buttons()).toEqual(['Oui', 'Non', 'En savoir plus']);
    expect(complaints).toEqual([]);
  });

  it('counts a « Non », offers close subjects, and after the second failure an advisor first of all', async () => {
    const { say, press, buttons, complaints } = await open();
    await say(LOST_CARD);
    expect(await press('Non')).toMatch(/Demande 1 sur 2 sans réponse satisfaisante/);
    const close = await buttons();
    expect(close.length).toBeGreaterThanOrEqual(2);
    expect(close).not.toContain('Carte Vitale perdue ou volée');

    const second = await say(NONSENSE);
    expect(second).toMatch(/Vous pouvez maintenant écrire à un conseiller/);
    expect(second).toMatch(/36 46|Devrait être ouvert|Ouvre /);
    expect((await buttons())[0]).toBe(ADVISOR);
    expect(await buttons()).toContain('Poser une autre question');

    expect(await press(ADVISOR)).toMatch(FORM_BEGINS);
    expect(complaints).toEqual([]);
  });

  it('goes on where it was after a reload', async () => {
    const { page, log, say, press, buttons, complaints } = await open();
    await say(LOST_CARD);
    const bubbles = log.locator('.bubble');
    const before = await bubbles.allTextContents();
    await page.reload();
    await waitFor('the messages', async () => (await bubbles.count()) === before.length);
    expect(await bubbles.allTextContents()).toEqual(before);
    expect(await buttons()).toEqual(['Oui', 'Non', 'En savoir plus']);
    expect(await press('Non')).toMatch(/Demande 1 sur 2/);
    expect(complaints).toEqual([]);
  });

  it('goes on where it was after the server was killed, and loses no message meanwhile', async () => {
    const { page, log, say, press, input, answerTo } = await open();
    await say(LOST_CARD);
    await press('Non');
    await server.stop('SIGKILL');
    await input.fill(NONSENSE);
    await input.press('Enter');
    await log.getByText('Votre message n’est pas parti.').waitFor();
    server = await startServer(folder.path, server.port);

    const second = await answerTo(() => log.getByRole('button', { name: 'Réessayer' }).click());
    expect(second).toMatch(/Vous pouvez maintenant écrire à un conseiller/);
    expect(await say('merci')).toMatch(/Avec plaisir/);
    const mine = log.locator('.message.person .bubble');
    const expected = [LOST_CARD, 'Non', NONSENSE, 'merci'].map((text) => `Vous : ${text}`);
    expect((await mine.allTextContents()).map(plain)).toEqual(expected);
    await page.reload();
    await waitFor('the messages', async () => (await log.locator('.message').count()) === 9);
    expect((await mine.allTextContents()).map(plain)).toEqual(expected);
  });

  it('needs no mouse', async () => {
    const active = await open();
    const { page, answerTo, complaints } = active;
    const { keyboard } = page;
    await goTo(active, 'input');
    await keyboard.type(LOST_CARD);
    await answerTo(() => keyboard.press('Enter'));
    await goTo(active, 'Non', 'Shift+Tab');
    expect(await answerTo(() => keyboard.press('Enter'))).toMatch(/Demande 1 sur 2/);
    expect(await active.focused()).toBe('input');
    await keyboard.type(NONSENSE);
    await goTo(active, 'Envoyer');
    await answerTo(() => keyboard.press('Space'));
    await goTo(active, ADVISOR, 'Shift+Tab');
    expect(await answerTo(() => keyboard.press('Enter'))).toMatch(FORM_BEGINS);
    await goTo(active, OTHER_WAYS);
    await answerTo(() => keyboard.press('Enter'));

    await goTo(active, 'Options', 'Shift+Tab');
    await keyboard.press('Enter');
    await goTo(active, 'Effacer la conversation');
    await keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await active.focused()).toBe('Effacer la conversation');
    expect(complaints).toEqual([]);
  });

  it('fits a narrow phone: nothing scrolls sideways', async () => {
    const { page, say, press, complaints } = await open(PHONE);
    const sideways = async () => {
      const boxes =
        "[document.documentElement, document.querySelector('guichet-chat').shadowRoot.querySelector('.box')]";
      return page.evaluate<number[]>(`${boxes}.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)`);
    };
    expect(await sideways()).toEqual([0, 0]);
    for (const step of [() => say(LOST_CARD), () => press('Non'), () => say(NONSENSE), () => press(ADVISOR)]) {
      await step();
      expect(await sideways()).toEqual([0, 0]);
    }
    // A word that no line holds.
    await say(`https://www.exemple.fr/${'a'.repeat(300)}`);
    expect(await sideways()).toEqual([0, 0]);
    expect(await page.getByRole('button', { name: OTHER_WAYS }).isVisible()).toBe(true);
    expect(complaints).toEqual([]);
  });

  it.each([PHONE.width, 1280])('has nothing that axe finds fault with, %d px wide', async (width) => {
    const { page, say, press } = await open({ width, height: 800, bypassCSP: true });
    await page.addScriptTag({ path: resolve('node_modules/axe-core/axe.min.js') });
    const faults = async () => {
      const found = await page.evaluate<{ id: string; help: string; nodes: { target: unknown }[] }[]>(
        'axe.run().then(({ violations }) => violations)',
      );
      return found.map(({ id, help, nodes }) => ({ id, help, where: nodes.map(({ target }) => target) }));
    };
    expect(await faults()).toEqual([]);
    await say(LOST_CARD);
    expect(await faults()).toEqual([]);
    await press('Non');
    await say(NONSENSE);
    expect(await faults()).toEqual([]);
  });
});
