import type { Browser, Page } from 'playwright-core';
import { describeInChromium, openChromium } from '../browser/chromium';
import { PDF } from '../channels/upload-call';
import { waitFor } from '../channels/wait-for';
import { buildOnce, type RunningServer, startServer, temporaryFolder } from '../server/start-server';
import { webChatBundle } from './installed-webchat';
import { serveWebChat } from './web-chat-page';

jest.setTimeout(300_000);

const bundle = webChatBundle('webchat');
/** In CI it must be there; elsewhere one line says how to get it. */
const describeWithWebChat = bundle || process.env['CI'] === 'true' ? describeInChromium : describe.skip;
if (!bundle)
  process.stderr.write('Web Chat is not installed (node scripts/install-webchat.mjs): its test does not run.\n');

describeWithWebChat('Microsoft’s Web Chat, as it is, against our server', () => {
  let browser: Browser;
  let server: RunningServer;
  let site: Awaited<ReturnType<typeof serveWebChat>>;
  let page: Page;
  const folder = temporaryFolder();

  beforeAll(async () => {
    if (!bundle) throw new Error('CI=true wants Web Chat installed: node scripts/install-webchat.mjs');
    buildOnce();
    site = await serveWebChat(bundle, () => server.address);
    const settings = { CHAT_ORIGINS: site.origin };
    [browser, server] = await Promise.all([openChromium(), startServer(folder.path, 0, settings)]);
    page = await (await browser.newContext({ locale: 'fr-FR', viewport: { width: 800, height: 750 } })).newPage();
    page.setDefaultTimeout(45_000);
    await page.goto(site.origin);
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await server?.stop('SIGTERM');
    await site?.stop();
    folder.remove();
  });

  /** A paragraph of a message; Web Chat says each a second time, to screen readers only. */
  const said = (words: string | RegExp) => page.getByRole('feed').locator('p').filter({ hasText: words });
  const button = (name: string) =>
    page.getByRole('toolbar', { name: 'Actions suggérées' }).getByRole('button', { name });
  const sendBox = () => page.locator('[data-testid="send box text area"], .webchat__send-box-text-box__input').first();

  async function say(text: string): Promise<void> {
    await sendBox().fill(text);
    await sendBox().press('Enter');
  }

  it('greets, in a French frame', async () => {
    await said('Je suis un assistant automatique').waitFor();
    expect(await sendBox().getAttribute('placeholder')).toMatch(/Tapez|Écrivez|Entrez/i);
  });

  it('answers a message, with its suggestions', async () => {
    await say('jai perdu ma carte vital');
    await said('Cela répond-il à votre question').waitFor();
    for (const name of ['Oui', 'Non', 'En savoir plus']) await button(name).waitFor();
    expect(await page.getByRole('feed').textContent()).not.toContain('**');
    expect(await page.getByRole('feed').locator('ol > li').count()).toBeGreaterThanOrEqual(3);
  });

  it('a suggestion that is chosen is understood as the button it is', async () => {
    await button('Non').click();
    await said(/Demande 1 sur 2/).waitFor();
  });

  it('sends a file', async () => {
    const file = { name: 'avis.pdf', mimeType: 'application/pdf', buffer: Buffer.from(PDF) };
    await page.locator('input[type=file]').setInputFiles(file);
    await say('');
    await said(/J.ai reçu avis\.pdf/).waitFor();
  });

  it('comes back by itself after the server was away, and loses nothing', async () => {
    const { port } = server;
    await server.stop('SIGKILL');
    server = await startServer(folder.path, port, { CHAT_ORIGINS: site.origin });
    await waitFor('Web Chat to be online', async () => (await page.evaluate('connection')) === 2, 60_000);
    await say('merci');
    await said('Avec plaisir').waitFor({ timeout: 60_000 });
    expect(await said('Avec plaisir').count()).toBe(1);
  });
});
