import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { waitFor } from '../channels/wait-for';
import { buildOnce, type RunningServer, startServer, temporaryFolder } from '../server/start-server';
import { type ChatPage, openChat, plain, type Screen } from './chat-page';
import { describeInChromium, openChromium } from './chromium';

jest.setTimeout(180_000);

const LOST_CARD = 'jai perdu ma carte vital';
const PHONE: Screen = { width: 320, height: 640 };

describeInChromium('what people expect of a chat', () => {
  let browser: Browser;
  let server: RunningServer;
  let chat: ChatPage;
  const folder = temporaryFolder();

  const open = async (screen?: Screen) => (chat = await openChat(browser, server.address, screen));
  const posts = (page: Page, act: (id: string) => 'abort' | 'continue') =>
    page.route('**/activities', (route) => {
      const { channelData } = (route.request().postDataJSON() ?? {}) as { channelData?: { clientActivityID: string } };
      if (route.request().method() !== 'POST' || !channelData) return route.continue();
      return act(channelData.clientActivityID) === 'abort' ? route.abort() : route.continue();
    });

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

  it('messages stand in a log: each with its sender and its time, added once and never drawn again', async () => {
    const { page, log, say } = await open();
    await page.evaluate(`(() => {
      const log = document.querySelector('guichet-chat').shadowRoot.querySelector('[role=log]');
      log.firstElementChild.dataset.first = 'yes';
      window.removed = 0;
      new MutationObserver((all) => all.forEach(({ removedNodes }) => { removed += removedNodes.length; })).observe(log, { childList: true });
    })()`);
    await say(LOST_CARD);
    expect(await log.locator('[data-first=yes]').count()).toBe(1);
    expect(await page.evaluate('removed')).toBe(0);
    const [greeting, mine, answer] = (await log.locator('.message').allTextContents()).map(plain);
    expect(greeting).toMatch(/^Assistant : Bonjour/);
    expect(mine).toMatch(/^Vous : /);
    expect(answer).toMatch(/^Assistant : /);
    const times = await Promise.all((await log.locator('time').all()).map((time) => time.getAttribute('datetime')));
    expect(times).toHaveLength(3);
    for (const time of times) expect(new Date(time ?? '').toISOString()).toBe(time);
  });

  it('shows within half a second that an answer is being prepared, and no longer when it is there', async () => {
    const { page, log, input } = await open();
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((release) => (letGo = release));
    await page.route('**/activities', async (route) => {
      if (route.request().method() === 'POST') await held;
      await route.continue();
    });
    await input.fill(LOST_CARD);
    await page.evaluate(`(() => {
      const status = document.querySelector('guichet-chat').shadowRoot.querySelector('.status');
      const input = document.querySelector('guichet-chat').shadowRoot.querySelector('#input');
      input.addEventListener('keydown', () => { window.sentAt = performance.now(); });
      new MutationObserver(() => { if (status.textContent.includes('prépare')) window.shownAt ??= performance.now(); })
        .observe(status, { childList: true, subtree: true, characterData: true });
    })()`);
    await input.press('Enter');
    await page.getByRole('status').getByText('L’assistant prépare sa réponse').waitFor();
    expect(await page.evaluate<number>('shownAt - sentAt')).toBeLessThan(500);
    letGo();
    await log.getByText('Cela répond-il').waitFor();
    await page.getByText('L’assistant prépare sa réponse').waitFor({ state: 'detached' });
  });

  it('shows all suggested replies at 320 px, and takes them away once one is used', async () => {
    const { page, say, buttons, press } = await open(PHONE);
    await say(LOST_CARD);
    const offered = page.getByRole('list', { name: 'Réponses proposées' }).getByRole('button');
    for (const button of await offered.all()) {
      await button.scrollIntoViewIfNeeded();
      const box = await button.boundingBox();
      expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 999) <= 320).toBe(true);
    }
    const before = await buttons();
    await press('Non');
    expect(await buttons()).not.toEqual(before);
  });

  it('keeps the way to an advisor in sight while the message above it is read, on a phone too', async () => {
    const { page, say, press } = await open({ width: 360, height: 640 });
    await say(LOST_CARD);
    await press('Non');
    await say('azerty qsdf wxcv');
    const box = await page.getByRole('button', { name: 'Écrire à un conseiller' }).boundingBox();
    const dock = await page.locator('.dock').boundingBox();
    expect((box?.y ?? 999) + (box?.height ?? 0)).toBeLessThanOrEqual(dock?.y ?? 0);
  });

  it('shows a message at once, says within 5 s that it did not leave, and sends it again as the same one', async () => {
    const { page, log, input, answerTo } = await open();
    const ids: string[] = [];
    await posts(page, (id) => (ids.push(id) === 1 ? 'abort' : 'continue'));
    await input.fill(LOST_CARD);
    await input.press('Enter');
    await log.getByText(LOST_CARD).waitFor({ timeout: 1_000 });
    await log.getByText('Votre message n’est pas parti.').waitFor({ timeout: 5_000 });
    await answerTo(() => log.getByRole('button', { name: 'Réessayer' }).click());
    expect(new Set(ids).size).toBe(1);
    expect(ids).toHaveLength(2);
    expect(await log.getByText(LOST_CARD).count()).toBe(1);
  });

  it('a message whose acknowledgement was lost is not doubled by sending it again', async () => {
    const { page, log, input } = await open();
    await page.route('**/activities', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      await route.fetch();
      return route.abort();
    });
    await input.fill('merci');
    await input.press('Enter');
    await log.getByText('Avec plaisir').waitFor();
    await page.unroute('**/activities');
    const again = log.getByRole('button', { name: 'Réessayer' });
    if (await again.count()) await again.click();
    await page.reload();
    await log.getByText('Avec plaisir').waitFor();
    expect(await log.getByText('Avec plaisir').count()).toBe(1);
    expect(await log.locator('.message.person').count()).toBe(1);
  });

  it('without a network it says so, keeps what is written, and sends it in order when the network is back', async () => {
    const { page, log, input } = await open();
    await page.context().setOffline(true);
    await page.getByRole('status').getByText('Vous êtes hors connexion').waitFor();
    for (const text of [LOST_CARD, 'merci']) {
      await input.fill(text);
      await input.press('Enter');
    }
    expect(await log.getByText('En attente du réseau').count()).toBe(2);
    await page.context().setOffline(false);
    await log.getByText('Avec plaisir').waitFor();
    expect(await page.getByText('Vous êtes hors connexion').count()).toBe(0);
    expect(await log.getByText('En attente du réseau').count()).toBe(0);
    await page.reload();
    await log.getByText('Avec plaisir').waitFor();
    const mine = (await log.locator('.message.person .bubble').allTextContents()).map(plain);
    expect(mine).toEqual([`Vous : ${LOST_CARD}`, 'Vous : merci']);
  });

  it('on return it reads at once what came meanwhile', async () => {
    const { page, log, say } = await open();
    await say(LOST_CARD);
    const kept = JSON.parse(await page.evaluate<string>("sessionStorage.getItem('guichet')")) as Record<string, string>;
    await page.context().setOffline(true);
    const body = { type: 'message', text: 'bonjour' };
    await fetch(`${server.address}/directline/conversations/${kept['conversationId']}/activities`, {
      method: 'POST',
      headers: { authorization: `Bearer ${kept['token']}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    await page.context().setOffline(false);
    await log.getByText('bonjour', { exact: true }).waitFor({ timeout: 5_000 });
  });

  it('« effacer la conversation » asks first, then takes it off the screen and out of the browser', async () => {
    const { page, log, say } = await open();
    await say(LOST_CARD);
    const before = await page.evaluate<string>("sessionStorage.getItem('guichet')");
    await page.getByText('Options').click();
    await page.getByRole('button', { name: 'Effacer la conversation' }).click();
    await page.getByRole('button', { name: 'Effacer', exact: true }).click();
    await waitFor('the greeting alone', async () => (await log.locator('.message').count()) === 1);
    await page.reload();
    await log.locator('.message').first().waitFor();
    expect(await log.getByText(LOST_CARD).count()).toBe(0);
    const id = (text: string) => (JSON.parse(text) as { conversationId: string }).conversationId;
    expect(id(await page.evaluate("sessionStorage.getItem('guichet')"))).not.toBe(id(before));
  });

  it('an answer may be called useful or not, with a comment; nothing waits for it', async () => {
    const { page, log, say, buttons } = await open();
    await say(LOST_CARD);
    await page.getByRole('button', { name: 'Pas utile' }).click();
    expect(await page.getByRole('button', { name: 'Pas utile' }).getAttribute('aria-pressed')).toBe('true');
    await page.getByLabel(/^Merci\. Un commentaire/).fill('Trop long.');
    await page.getByRole('button', { name: 'Envoyer le commentaire' }).click();
    await log.getByText('Merci, votre commentaire est transmis.').waitFor();
    expect(await buttons()).toEqual(['Oui', 'Non', 'En savoir plus']);
  });

  it.each(['txt', 'html'] as const)('the conversation can be taken along as .%s', async (kind) => {
    const { page, say } = await open();
    await say(LOST_CARD);
    await say('<img src=x onerror=alert(1)> **gras** ?');
    await page.getByText('Options').click();
    const name = kind === 'txt' ? 'Télécharger la conversation (texte)' : 'Télécharger la conversation (page web)';
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
    expect(download.suggestedFilename()).toBe(`conversation.${kind}`);
    const file = readFileSync(await download.path(), 'utf8');
    expect(file).toMatch(/Assistant de démonstration, non officiel/);
    expect(file).toMatch(/Vous, \d{1,2} \S+ \d{4}/);
    expect(file).toContain(LOST_CARD);
    expect(file).toMatch(/Carte Vitale perdue ou volée/);
    if (kind === 'html') {
      expect(file).toMatch(/^<!doctype html>\n<html lang="fr">/);
      expect(file).not.toMatch(/<img|<script|<button/);
      expect(file).toMatch(/<a href="https:/);
    } else {
      expect(file).not.toContain('**Carte');
      expect(file).toMatch(/ameli\.fr \(https:\/\/www\.ameli\.fr/);
    }
  });

  it('on a shared machine nothing is kept, and what is left behind is wiped after a warning', async () => {
    const { page } = await open();
    await page.clock.install();
    await page.route('**/demo/', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: '<!doctype html><html lang="fr"><title>Borne</title><script src="/widget.js" data-shared defer></script><body>',
      }),
    );
    await page.goto(`${server.address}/demo/`);
    await page.evaluate('sessionStorage.clear()');
    await page.getByRole('button', { name: 'Une question ?' }).click();
    await page.getByText('Poste partagé').waitFor();
    const log = page.getByRole('log');
    await log.getByText('assistant automatique').waitFor();
    await page.getByLabel('Votre message').fill('merci');
    await page.keyboard.press('Enter');
    await log.getByText('Avec plaisir').waitFor();
    expect(await page.evaluate('Object.keys(sessionStorage)')).toEqual([]);

    await page.clock.runFor(91_000);
    const warning = page.getByRole('alertdialog', { name: 'Êtes-vous toujours là ?' });
    await warning.waitFor();
    await warning.getByRole('button', { name: 'Continuer la conversation' }).click();
    await warning.waitFor({ state: 'hidden' });
    expect(await log.getByText('Avec plaisir').count()).toBe(1);

    await page.clock.runFor(121_000);
    await page.getByRole('button', { name: 'Une question ?' }).click();
    await log.getByText('assistant automatique').waitFor();
    expect(await log.locator('.message').count()).toBe(1);
  });
});
