import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { buildOnce, type RunningServer, startServer, temporaryFolder } from '../server/start-server';
import { type ChatPage, goTo, openChat, plain, type Screen } from './chat-page';
import { describeInChromium, openChromium } from './chromium';

jest.setTimeout(300_000);

const LOST_CARD = 'jai perdu ma carte vital';
const NONSENSE = 'azerty qsdf wxcv';
const RULES = ['RGAAv4', 'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

describeInChromium('everyone can use the chat', () => {
  let browser: Browser;
  let server: RunningServer;
  let chat: ChatPage;
  let page: Page;
  const folder = temporaryFolder();

  const open = async (screen: Screen) => {
    chat = await openChat(browser, server.address, screen);
    ({ page } = chat);
  };

  beforeAll(async () => {
    buildOnce();
    [browser, server] = await Promise.all([openChromium(), startServer(folder.path)]);
  }, 120_000);
  afterEach(() => chat.close());
  afterAll(async () => {
    await browser?.close();
    await server?.stop('SIGTERM');
    folder.remove();
  });

  async function faults(): Promise<{ id: string; help: string; where: unknown[] }[]> {
    const found = await page.evaluate<{ id: string; help: string; nodes: { target: unknown }[] }[]>(
      `axe.run({ runOnly: ${JSON.stringify(RULES)} }).then(({ violations }) => violations)`,
    );
    return found.map(({ id, help, nodes }) => ({ id, help, where: nodes.map(({ target }) => target) }));
  }

  const sideways = () =>
    page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

  it.each([
    [320, undefined],
    [1280, undefined],
    [1280, 'dark'],
  ] as const)('axe finds no fault in any state, %d px wide, scheme %s', async (width, colorScheme) => {
    // At rest: half-way through its rise the panel lets the page shine through, and no colour is itself.
    await open({ width, height: 800, bypassCSP: true, path: '/demo/', colorScheme, reducedMotion: 'reduce' });
    await page.addScriptTag({ path: resolve('node_modules/axe-core/axe.min.js') });
    const seen: string[] = [];
    const look = async (state: string) => {
      expect({ state, faults: await faults(), sideways: await sideways() }).toEqual({ state, faults: [], sideways: 0 });
      seen.push(state);
    };
    await look('greeting');
    await page.keyboard.press('Escape');
    await look('closed');
    await page.getByRole('button', { name: /Une question/ }).click();
    await chat.say(LOST_CARD);
    await look('answer with suggestions');
    await page.getByRole('button', { name: 'Utile', exact: true }).click();
    await page.getByLabel(/^Merci\. Un commentaire/).waitFor();
    await look('feedback');
    await page.getByText('Options').click();
    await look('menu');
    await page.getByRole('button', { name: 'Effacer la conversation' }).click();
    await look('question before erasing');
    await page.getByRole('button', { name: 'Garder cette conversation' }).click();
    await page.keyboard.press('Escape');
    await chat.say('je veux changer de médecin ou de mutuelle');
    await look('proposals');

    await page.route('**/activities', (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    );
    await chat.input.fill('merci');
    await chat.input.press('Enter');
    await page
      .getByRole('status')
      .getByText('L’assistant prépare')
      .waitFor({ timeout: 2_000 })
      .catch(() => undefined);
    await look('typing, or already an error');
    await chat.log.getByText('Votre message n’est pas parti.').waitFor();
    await look('error');
    await page.unroute('**/activities');
    await page.context().setOffline(true);
    await page.getByText('Vous êtes hors connexion').waitFor();
    await look('offline');
    await page.context().setOffline(false);
    await page.getByText('Vous êtes hors connexion').waitFor({ state: 'detached' });

    const stuck = page.route('**/upload', () => undefined);
    await stuck;
    const pdf = { name: 'avis.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-') };
    await page.locator('input[type=file]').setInputFiles(pdf);
    await page.getByRole('progressbar').waitFor();
    await look('upload');
    await page.locator('input[type=file]').setInputFiles({ ...pdf, name: 'avis.txt', mimeType: 'text/plain' });
    await page.getByText('ni un PDF, ni une image').waitFor();
    await look('upload error');
    await page.getByRole('button', { name: 'Annuler l’envoi avis.pdf' }).click();
    await page.getByRole('button', { name: 'Retirer avis.txt' }).click();

    await chat.say(NONSENSE);
    await chat.say(NONSENSE);
    await chat.press('Écrire à un conseiller');
    await look('ticket form');
    await page.getByText('Options').click();
    await page.getByRole('button', { name: 'Effacer la conversation' }).click();
    await page.getByRole('button', { name: 'Effacer', exact: true }).click();
    await chat.log.getByText('assistant automatique').waitFor();
    await look('ended, and a new one begun');
    expect(seen.length).toBeGreaterThanOrEqual(12);
  });

  it('from the launcher to the receipt with the keyboard alone', async () => {
    await open({ width: 1280, height: 800 });
    const { keyboard } = page;
    await page.goto(`${server.address}/demo/`);
    await page.evaluate('sessionStorage.clear()');
    await page.reload();
    await goTo(chat, 'Une question ?', 'Shift+Tab');
    await keyboard.press('Enter');
    await chat.log.getByText('assistant automatique').waitFor();
    const type = (words: string) =>
      chat.answerTo(async () => {
        await keyboard.type(words);
        await keyboard.press('Enter');
      });
    const press = async (name: string) => {
      const said = await chat.answerTo(async () => {
        await goTo(chat, name, 'Shift+Tab');
        await keyboard.press('Enter');
      });
      expect(await chat.focused()).toBe('input');
      return said;
    };
    await type(LOST_CARD);
    await press('Non');
    await type(NONSENSE);
    await press('Écrire à un conseiller');
    await press(LOST_CARD);
    await press('Une carte Vitale');
    await type('35000');
    await type('Carte jamais reçue');
    await type("J'ai commandé ma carte il y a deux mois. Elle n'est jamais arrivée.");
    await type('Camille Durand');
    await press("Ni l'un ni l'autre");
    expect(await press('Envoyer le message')).toMatch(/Votre numéro : \d\d-\d{4}-\d{4}-[A-Z]/);
    expect(chat.complaints).toEqual([]);
  });

  it('on a telephone the chat takes the whole screen, and the focus cannot get behind it', async () => {
    await open({ width: 360, height: 640, path: '/demo/', reducedMotion: 'reduce' });
    const dialog = page.getByRole('dialog', { name: 'Assistant' });
    const box = await dialog.boundingBox();
    expect(box).toEqual({ x: 0, y: 0, width: 360, height: 640 });
    const places: unknown[] = [];
    for (let step = 0; step < 14; step++) {
      await page.keyboard.press('Tab');
      places.push(await page.evaluate('document.activeElement.tagName'));
    }
    // The body is the browser's own bar, on the way round.
    expect(new Set(places)).toEqual(new Set(['GUICHET-CHAT', 'BODY']));
  });

  it('is read in French, in this order', async () => {
    await open({ width: 1280, height: 800, path: '/demo/' });
    await chat.say(LOST_CARD);
    const tree = await page.getByRole('region', { name: 'Assistant', exact: true }).ariaSnapshot();
    const told = /^(button|dialog|region|heading|log|group|status|list |textbox|time)/;
    const outline = tree
      .split('\n')
      .map((line) =>
        plain(line)
          .replace(/^- /, '')
          .replace(/\d\d:\d\d/, 'HH:MM'),
      )
      .filter((line) => told.test(line));
    expect(outline).toEqual([
      'region "Assistant":',
      'button "Réduire la conversation" [expanded]',
      'dialog "Assistant":',
      'region "Conversation avec l’assistant":',
      'heading "Votre conversation" [level=2]',
      'group: Options',
      'button "Réduire"',
      'status',
      'group "Fil de la conversation":',
      'log "Messages":',
      'time: HH:MM',
      'time: HH:MM',
      'time: HH:MM',
      'group "Votre avis sur cette réponse":',
      'button "Utile"',
      'button "Pas utile"',
      'status',
      'list "Réponses proposées":',
      'button "Oui"',
      'button "Non"',
      'button "En savoir plus"',
      'button "Voir la suite"',
      'textbox "Votre message":',
      'button "Envoyer"',
      'button "Autres façons de nous joindre"',
      'button "Joindre un fichier"',
    ]);
  });

  it('with 200 % zoom nothing is cut off: half the width and half the height', async () => {
    await open({ width: 640, height: 400, path: '/demo/' });
    await chat.say(LOST_CARD);
    expect(await sideways()).toBe(0);
    const field = await chat.input.boundingBox();
    expect((field?.y ?? 999) + (field?.height ?? 999)).toBeLessThanOrEqual(400);
    const box = await page.locator('.box').boundingBox();
    expect(box?.height).toBeGreaterThan(100);
  });

  it('keeps still for who asked for less motion', async () => {
    await open({ width: 1280, height: 800, path: '/demo/', reducedMotion: 'reduce' });
    const moving = await page.evaluate<number>(`(() => {
      const root = document.querySelector('guichet-chat').shadowRoot;
      return root.getAnimations().length;
    })()`);
    expect(moving).toBe(0);
  });

  it('in forced colours bubbles, buttons and the focus keep an edge', async () => {
    await open({ width: 1280, height: 800, path: '/demo/', forcedColors: 'active' });
    await chat.say(LOST_CARD);
    const edges = await page.evaluate<string[]>(`(() => {
      const root = document.querySelector('guichet-chat').shadowRoot;
      const parts = ['.bubble', '.launcher', '.choice', '#input'];
      return parts.map((part) => getComputedStyle(root.querySelector(part)).borderTopColor);
    })()`);
    for (const edge of edges) expect(edge).not.toMatch(/rgba\(.*, 0\)/);
    await chat.input.focus();
    expect(
      await page.evaluate(
        `getComputedStyle(document.querySelector('guichet-chat').shadowRoot.querySelector('#input')).outlineStyle`,
      ),
    ).toBe('solid');
  });

  it('the declaration says what was checked, and is itself without fault', async () => {
    await open({ width: 320, height: 800, bypassCSP: true });
    await page.goto(`${server.address}/accessibilite`);
    expect(plain(await page.locator('h1').textContent())).toMatch(/accessibilité/i);
    await page.addScriptTag({ path: resolve('node_modules/axe-core/axe.min.js') });
    expect(await faults()).toEqual([]);
    expect(await sideways()).toBe(0);
  });
});
