import type { Browser, Page } from 'playwright-core';
import { buildOnce, type RunningServer, startServer, temporaryFolder } from '../server/start-server';
import { waitFor } from '../channels/wait-for';
import { plain, TELL_BREACHES } from './chat-page';
import { describeInChromium, openChromium } from './chromium';
import { type OtherSite, startOtherSite } from './other-site';

jest.setTimeout(180_000);

describeInChromium('the chat on somebody else’s page, under a strict policy', () => {
  let browser: Browser;
  let server: RunningServer;
  let site: OtherSite;
  let page: Page;
  let complaints: string[];
  const folder = temporaryFolder();

  beforeAll(async () => {
    buildOnce();
    site = await startOtherSite(() => server.address);
    const settings = { CHAT_ORIGINS: site.origin };
    [browser, server] = await Promise.all([openChromium(), startServer(folder.path, 0, settings)]);
  }, 240_000);

  beforeEach(async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'fr-FR' });
    context.setDefaultTimeout(10_000);
    await context.addInitScript(TELL_BREACHES);
    page = await context.newPage();
    complaints = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      const { origin } = new URL(request.url());
      if (![site.origin, server.address].includes(origin)) complaints.push(`asked ${request.url()}`);
    });
  });
  afterEach(() => page.context().close());

  afterAll(async () => {
    await browser?.close();
    await server?.stop('SIGTERM');
    await site.stop();
    folder.remove();
  });

  const script = (attributes = '') => `<script src="${server.address}/widget.js" ${attributes} defer></script>`;
  const launcher = () => page.getByRole('button', { name: /^Une question \?/ });
  const log = () => page.getByRole('log');
  const stored = () => page.evaluate<string[]>('[...Object.keys(localStorage), ...Object.keys(sessionStorage)]');

  async function visit(body: string): Promise<void> {
    site.show(body);
    await page.goto(site.origin);
  }

  it('one line adds a launcher, and a conversation is held: no breach, no request to anywhere else', async () => {
    await visit(script());
    await launcher().click();
    await log().getByText('Je suis un assistant automatique').waitFor();
    await page.getByLabel('Votre message').fill('jai perdu ma carte vital');
    await page.keyboard.press('Enter');
    await log().getByText('Cela répond-il à votre question').waitFor();
    expect(complaints).toEqual([]);
  });

  it('asks nothing of the server and keeps nothing before it is opened', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    page.on('websocket', (socket) => asked.push(socket.url()));
    await visit(script());
    await launcher().waitFor();
    expect(asked).toEqual(['/', '/widget.js']);
    expect(await stored()).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
    await launcher().click();
    await log().getByText('assistant automatique').waitFor();
    expect(await stored()).toEqual(['guichet']);
    const kept = await page.evaluate<string>("sessionStorage.getItem('guichet')");
    expect(Object.keys(JSON.parse(kept) as object).sort()).toEqual(['conversationId', 'token', 'watermark']);
  });

  it('the launcher is large, named, and says what is open; the focus goes in and comes back', async () => {
    await visit(script());
    const box = await launcher().boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect(box?.width).toBeGreaterThanOrEqual(44);
    await launcher().focus();
    await page.keyboard.press('Enter');
    expect(await page.getByRole('dialog', { name: 'Assistant' }).isVisible()).toBe(true);
    await log().getByText('assistant automatique').waitFor();
    const focused = 'document.querySelector("guichet-chat").shadowRoot.activeElement.id';
    await waitFor('the focus in the input', async () => (await page.evaluate(focused)) === 'input');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Assistant' }).waitFor({ state: 'hidden' });
    await waitFor('the focus on the launcher', async () => (await page.evaluate(focused)) === '');
    const { name, expanded } = await page.evaluate<{ name: string; expanded: string }>(
      '(({ textContent, ariaExpanded }) => ({ name: textContent, expanded: ariaExpanded }))(document.querySelector("guichet-chat").shadowRoot.activeElement)',
    );
    expect({ name, expanded }).toEqual({ name: 'Une question ?', expanded: 'false' });
  });

  it('counts what comes in while it is closed, in the launcher’s name', async () => {
    await visit(script());
    await launcher().click();
    await log().getByText('assistant automatique').waitFor();
    await page.getByLabel('Votre message').fill('jai perdu ma carte vital');
    await page.evaluate(
      `addEventListener('guichet-unread', ({ detail }) => { document.title = 'unread ' + detail.count; })`,
    );
    // Sent and closed at once: the answer finds nobody looking.
    await page.evaluate(`(() => {
      const chat = document.querySelector('guichet-chat');
      chat.shadowRoot.querySelector('form').requestSubmit();
      chat.hide();
    })()`);
    await page.getByRole('button', { name: 'Une question ? 1 message non lu' }).click();
    expect(await page.title()).toBe('unread 0');
    await launcher().waitFor({ state: 'hidden' });
  });

  it('does not open itself, and makes no sound', async () => {
    await visit(script());
    await launcher().waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    const source = await (await fetch(`${server.address}/widget.js`)).text();
    expect(source).not.toMatch(/new Audio|AudioContext|<audio/);
  });

  it('goes on where it was on the next page', async () => {
    await visit(script());
    await launcher().click();
    await page.getByLabel('Votre message').fill('jai perdu ma carte vital');
    await page.getByRole('button', { name: 'Envoyer' }).click();
    await log().getByText('Cela répond-il à votre question').waitFor();
    await page.goto(`${site.origin}/other-page`);
    await launcher().click();
    await log().getByText('Cela répond-il à votre question').waitFor();
    expect(await log().locator('.message').count()).toBe(3);
    expect(complaints).toEqual([]);
  });

  it('takes its options from the script or the element, with an accent that is made readable', async () => {
    await visit(script('data-title="Aide en ligne" data-position="bottom-left" data-accent="#ff0" data-open'));
    await page.getByRole('heading', { name: 'Aide en ligne' }).waitFor();
    const box = await page.getByRole('dialog', { name: 'Assistant' }).boundingBox();
    expect(box?.x).toBeLessThan(100);
    const colours = await page.evaluate<{ color: string; backgroundColor: string }>(`(() => {
      const { color, backgroundColor } = getComputedStyle(document.querySelector('guichet-chat').shadowRoot.querySelector('.launcher'));
      return { color, backgroundColor };
    })()`);
    // Yellow on white cannot be read: it is darkened until it can.
    expect(colours.backgroundColor).not.toBe('rgb(255, 255, 0)');
    expect(complaints).toEqual([]);
  });

  it('an element placed by hand stays where it is, takes colours by CSS, and is the only one', async () => {
    const style = '/style.css';
    await page.route(`**${style}`, (route) =>
      route.fulfill({
        contentType: 'text/css',
        body: 'guichet-chat { height: 500px; --guichet-surface: rgb(1, 2, 3); }',
      }),
    );
    await visit(`<link rel="stylesheet" href="${style}"><guichet-chat position="inline"></guichet-chat>${script()}`);
    await log().getByText('assistant automatique').waitFor();
    expect(await page.locator('guichet-chat').count()).toBe(1);
    expect(await launcher().count()).toBe(0);
    expect((await page.locator('guichet-chat').boundingBox())?.height).toBe(500);
    const surface = `getComputedStyle(document.querySelector('guichet-chat')).backgroundColor`;
    expect(await page.evaluate(surface)).toBe('rgb(1, 2, 3)');
    expect(complaints).toEqual([]);
  });

  it('can be led by the page: shown, asked, erased; and tells what happens, never what is said', async () => {
    await visit(script());
    await launcher().waitFor();
    await page.evaluate(`(() => {
      window.told = [];
      for (const name of ['open', 'close', 'message', 'unread', 'erase']) {
        addEventListener('guichet-' + name, ({ type, detail }) => told.push([type, detail]));
      }
    })()`);
    const chat = 'document.querySelector("guichet-chat")';
    await page.evaluate(`${chat}.show()`);
    await log().getByText('assistant automatique').waitFor();
    expect(await page.evaluate(`${chat}.isOpen`)).toBe(true);
    expect(await page.evaluate(`${chat}.send('jai perdu ma carte vital')`)).toBe(true);
    await log().getByText('Cela répond-il à votre question').waitFor();
    await page.evaluate(`${chat}.erase()`);
    await waitFor('the greeting alone', async () => (await log().locator('.message').count()) === 1);
    await page.evaluate(`${chat}.hide()`);
    const told = await page.evaluate<[string, object | null][]>('told');
    expect(told.map(([type]) => type)).toEqual(
      expect.arrayContaining(['guichet-open', 'guichet-erase', 'guichet-close']),
    );
    expect(plain(JSON.stringify(told))).not.toMatch(/carte|assistant automatique/);
  });

  it('a page of an origin that is not on the list gets a sentence, and no conversation', async () => {
    const stranger = await startOtherSite(() => server.address);
    try {
      stranger.show(script());
      await page.goto(stranger.origin);
      await launcher().click();
      await page.getByText('L’assistant n’est pas joignable').waitFor();
    } finally {
      await stranger.stop();
    }
  });
});
