import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { waitFor } from '../channels/wait-for';
import { buildOnce, type RunningServer, startServer, temporaryFolder } from '../server/start-server';
import { type ChatPage, openChat, plain } from './chat-page';
import { describeInChromium, openChromium } from './chromium';

jest.setTimeout(180_000);

const PASSWORD = 'une phrase de passe assez longue';
const ANSWER = 'Bonjour, votre carte - n° 2 - est partie hier.\nVous la recevrez cette semaine.';

describeInChromium('a person and an advisor, in two windows', () => {
  let browser: Browser;
  let server: RunningServer;
  let chat: ChatPage;
  let desk: Page;
  const folder = temporaryFolder();

  beforeAll(async () => {
    buildOnce();
    [browser, server] = await Promise.all([openChromium(), startServer(folder.path)]);
    chat = await openChat(browser, server.address);
    const context = await browser.newContext({ locale: 'fr-FR' });
    context.setDefaultTimeout(15_000);
    desk = await context.newPage();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await server?.stop('SIGTERM');
    folder.remove();
  });

  it('the person writes, after two requests without a satisfying answer', async () => {
    await chat.say('jai perdu ma carte vital');
    await chat.press('Non');
    expect(await chat.say('azerty qsdf wxcv')).toMatch(/vous pouvez maintenant écrire à un conseiller/i);
    await chat.press('Écrire à un conseiller');
    await chat.press('jai perdu ma carte vital');
    await chat.press('Une carte Vitale');
    await chat.say('35000');
    await chat.say('Carte jamais reçue');
    await chat.say("J'ai commandé ma carte il y a deux mois. Elle n'est jamais arrivée.");
    await chat.say('Camille Durand');
    const summary = await chat.press("Ni l'un ni l'autre");
    expect(summary).toMatch(/Relisez votre message.*Carte jamais reçue.*Camille Durand/);
    const receipt = await chat.press('Envoyer le message');
    expect(receipt).toMatch(/Votre numéro : \d\d-\d{4}-\d{4}-[A-Z]/);
    expect(receipt).toMatch(/n'est ni un recours ni une déclaration/);
    expect(receipt).toMatch(/démonstration : personne dans une caisse ne lira/);
    expect(chat.complaints).toEqual([]);
  });

  it('the advisor signs in with the one-time link, and finds the message with both failed attempts', async () => {
    const link = /http\S+/.exec(readFileSync(join(folder.path, 'first-login.txt'), 'utf8'))?.[0] ?? '';
    await desk.goto(link);
    await desk.getByLabel('Nom affiché aux personnes').fill('Dominique, conseil');
    await desk.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD);
    await desk.getByLabel('Mot de passe, une seconde fois').fill(PASSWORD);
    await desk.getByRole('main').getByRole('button').click();
    await desk.getByRole('link', { name: 'Une carte Vitale' }).click();
    const page = plain(await desk.getByRole('main').textContent());
    expect(page).toMatch(/Carte jamais reçue/);
    expect(page).toMatch(/jai perdu ma carte vital.*Carte Vitale perdue ou volée.*azerty qsdf wxcv/);
  });

  it('the person reads the answer as it is sent, as it was typed and with the name of who wrote it', async () => {
    const said = await chat.answerTo(async () => {
      await desk.getByLabel('Votre réponse').fill(ANSWER);
      await desk.getByRole('button', { name: 'Envoyer la réponse' }).click();
      await desk.getByText('Votre réponse est envoyée').waitFor();
    });
    expect(said).toContain('Dominique, conseil');
    expect(said).toContain('Bonjour, votre carte - n° 2 - est partie hier.');
    expect(said).not.toContain('\\');
    expect(chat.complaints).toEqual([]);
  });

  it('a reply written on a stale page is refused, keeps its text and shows what is new', async () => {
    // Within minutes of the answer the person's words go straight to the advisor.
    await chat.input.fill('Merci ! Et pour mon fils ?');
    await chat.input.press('Enter');
    const other = await desk.context().newPage();
    await waitFor('the words in the thread', async () => {
      await other.goto(desk.url());
      return (await other.getByText('Et pour mon fils').count()) > 0;
    });
    await desk.getByLabel('Votre réponse').fill('Avez-vous une autre question ?');
    await desk.getByRole('button', { name: 'Envoyer la réponse' }).click();
    await desk.getByText('Merci ! Et pour mon fils ?').first().waitFor();
    expect(await desk.getByLabel('Votre réponse').inputValue()).toBe('Avez-vous une autre question ?');
  });

  it('after a restart of the server the person still reads it, and the advisor is still signed in', async () => {
    const { port } = server;
    await server.stop('SIGTERM');
    server = await startServer(folder.path, port);
    await chat.page.reload();
    await chat.log.getByText('est partie hier').waitFor();
    await desk.goto(`${server.address}/desk`);
    await desk.getByRole('link', { name: 'Une carte Vitale' }).waitFor();
  });
});
