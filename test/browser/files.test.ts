import type { Browser, Page } from 'playwright-core';
import { PDF, PNG } from '../channels/upload-call';
import { buildOnce, type RunningServer, startServer, temporaryFolder } from '../server/start-server';
import { type ChatPage, openChat } from './chat-page';
import { describeInChromium, openChromium } from './chromium';

jest.setTimeout(180_000);

const FILE = { name: 'avis été.pdf', mimeType: 'application/pdf', buffer: Buffer.from(PDF) };

describeInChromium('files in the chat', () => {
  let browser: Browser;
  let server: RunningServer;
  let chat: ChatPage;
  let page: Page;
  const folder = temporaryFolder();

  beforeAll(async () => {
    buildOnce();
    const settings = { ATTACHMENT_MAX_MB: '1' };
    [browser, server] = await Promise.all([openChromium(), startServer(folder.path, 0, settings)]);
  }, 120_000);
  beforeEach(async () => {
    chat = await openChat(browser, server.address);
    ({ page } = chat);
  });
  afterEach(() => chat.close());
  afterAll(async () => {
    await browser?.close();
    await server?.stop('SIGTERM');
    folder.remove();
  });

  const picker = () => page.locator('input[type=file]');
  const tray = () => page.getByRole('list', { name: 'Fichiers en cours d’envoi' });
  /** Lets go of, or pastes, a file: made in the page, since only the page can hold one. */
  const give = (event: 'drop' | 'paste') =>
    page.evaluate(`(() => {
      const root = document.querySelector('guichet-chat').shadowRoot;
      const data = new DataTransfer();
      data.items.add(new File([${JSON.stringify(PDF)}], 'avis.pdf', { type: 'application/pdf' }));
      const [target, event] = '${event}' === 'drop'
        ? [root.querySelector('.box'), new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })]
        : [root.querySelector('#input'), new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })];
      target.dispatchEvent(event);
      return event.defaultPrevented;
    })()`);

  it('the button says beside it what is taken, and how large', async () => {
    const button = page.getByRole('button', { name: 'Joindre un fichier' });
    const rule = page.locator(`#${await button.getAttribute('aria-describedby')}`);
    expect((await rule.textContent())?.replace(/\s/g, ' ')).toBe('PDF, JPG ou PNG, 1 Mo au plus');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.click()]);
    expect(chooser.isMultiple()).toBe(true);
    expect(await picker().getAttribute('accept')).toBe('.pdf,.jpg,.jpeg,.png');
  });

  it('one that is chosen is sent, shown with its size, and answered', async () => {
    expect(await chat.answerTo(() => picker().setInputFiles(FILE))).toMatch(
      /J'ai reçu avis été\.pdf.*personne ne l'a reçu/,
    );
    expect(await chat.log.getByText(/Fichier joint : avis été\.pdf \(1\sKo\)/).count()).toBe(1);
    expect(await tray().isVisible()).toBe(false);
    expect(chat.complaints).toEqual([]);
  });

  it.each(['drop', 'paste'] as const)('%s works like choosing', async (event) => {
    expect(await chat.answerTo(async () => expect(await give(event)).toBe(true))).toMatch(/J'ai reçu avis\.pdf/);
  });

  it('what cannot be taken has its own sentence each, and the others go through', async () => {
    await picker().setInputFiles([
      { name: 'programme.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') },
      { name: 'gros.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(1_048_577, 'a') },
      { name: 'vide.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) },
      { name: 'faux.png', mimeType: 'image/png', buffer: Buffer.from('no picture') },
      { name: 'vrai.png', mimeType: 'image/png', buffer: PNG },
    ]);
    const item = (name: string) => tray().getByRole('listitem').filter({ hasText: name });
    await item('programme.exe').getByRole('alert').getByText('ni un PDF, ni une image').waitFor();
    await item('gros.pdf')
      .getByRole('alert')
      .getByText(/dépasse 1\sMo/)
      .waitFor();
    await item('vide.pdf').getByRole('alert').getByText('Ce fichier est vide').waitFor();
    await item('faux.png').getByRole('alert').getByText('ni un PDF').waitFor();
    await chat.log.getByText(/Fichier joint : vrai\.png/).waitFor();
    for (const button of await tray().getByRole('button').all())
      await button
        .first()
        .click({ timeout: 2_000 })
        .catch(() => undefined);
  });

  it('tells how far it has come, and can be called off: nothing of it arrives', async () => {
    let reached: () => void = () => undefined;
    const underWay = new Promise<void>((resolve) => (reached = resolve));
    await page.route('**/upload', () => reached());
    await picker().setInputFiles(FILE);
    await underWay;
    const progress = page.getByRole('progressbar', { name: /avis été\.pdf/ });
    await progress.waitFor();
    expect(await progress.getAttribute('aria-valuetext')).toMatch(/^\d+\s%$/);
    await page.getByRole('button', { name: 'Annuler l’envoi avis été.pdf' }).click();
    await tray().waitFor({ state: 'hidden' });
    await page.unroute('**/upload');
    await chat.say('merci');
    expect(await chat.log.getByText('Fichier joint').count()).toBe(0);
  });

  it('one that did not leave can be sent again, under the same id', async () => {
    const ids: string[] = [];
    await page.route('**/upload', async (route) => {
      ids.push(/"clientActivityID":"([^"]+)"/.exec(route.request().postData() ?? '')?.[1] ?? 'none');
      await (ids.length === 1 ? route.abort() : route.continue());
    });
    await picker().setInputFiles(FILE);
    await tray().getByText('Ce fichier n’est pas parti.').waitFor();
    await chat.answerTo(() => page.getByRole('button', { name: 'Réessayer avis été.pdf' }).click());
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });
});
