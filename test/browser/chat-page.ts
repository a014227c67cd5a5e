import type { Browser, Locator, Page } from 'playwright-core';
import { waitFor } from '../channels/wait-for';

export interface ChatPage {
  page: Page;
  log: Locator;
  input: Locator;
  /** What must never happen: errors on the console, breaches of the security policy, requests to elsewhere. */
  complaints: string[];
  /** Does it, and answers what the assistant says next. */
  answerTo: (act: () => Promise<void>) => Promise<string>;
  say: (text: string) => Promise<string>;
  press: (button: string) => Promise<string>;
  /** The words on the buttons under the last message, in order. */
  buttons: () => Promise<string[]>;
  /** Words of the element that has the focus, or its id; fails where the eye could not find it. */
  focused: () => Promise<string>;
  close: () => Promise<void>;
}

export interface Screen {
  width: number;
  height: number;
  /** For tools that are put into the page: never where the policy itself is at stake. */
  bypassCSP?: boolean;
  /** The page; behind a launcher the chat is opened. */
  path?: '/' | '/demo/';
  reducedMotion?: 'reduce';
  forcedColors?: 'active';
  colorScheme?: 'dark';
}

const DESKTOP: Screen = { width: 1280, height: 800 };

/** Functions for the browser are given to it as text: this project's types know no DOM outside the browser's folders. */
const FOCUSED = `(() => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (!element) return { name: '', visible: true };
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const visible = outlineStyle !== 'none' && outlineWidth !== '0px';
  return { name: element.textContent.trim() || element.id, visible };
})()`;
export const TELL_BREACHES = `addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
  console.error('policy: ' + violatedDirective + ' ' + blockedURI))`;

/** Line ends and no-break spaces as plain spaces: what is said, not how it is set. */
export const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();

/** Opens the page and waits for the greeting. */
export async function openChat(browser: Browser, address: string, screen: Screen = DESKTOP): Promise<ChatPage> {
  const { width, height, path = '/', ...settings } = screen;
  const context = await browser.newContext({ viewport: { width, height }, locale: 'fr-FR', ...settings });
  context.setDefaultTimeout(10_000);
  await context.addInitScript(TELL_BREACHES);
  const page = await context.newPage();
  const complaints = watch(page, address);
  await page.goto(address + path);
  if (path === '/demo/') await page.getByRole('button', { name: 'Une question ?' }).click();
  const log = page.getByRole('log');
  const said = log.locator('.message.assistant');
  await said.first().waitFor();

  async function answerTo(act: () => Promise<void>): Promise<string> {
    const before = await said.count();
    await act();
    const answer = said.nth(before);
    await answer.waitFor();
    return plain(await answer.textContent());
  }

  const input = page.getByLabel('Votre message', { exact: true });
  const offered = page.getByRole('list', { name: /^(Étape suivante|Réponses proposées)$/ }).getByRole('button');
  return {
    page,
    log,
    input,
    complaints,
    answerTo,
    say: (text) =>
      answerTo(async () => {
        await input.fill(text);
        await input.press('Enter');
      }),
    press: (button) => answerTo(() => page.getByRole('button', { name: button, exact: true }).click()),
    buttons: async () => (await offered.allTextContents()).map(plain),
    async focused() {
      const { name, visible } = await page.evaluate<{ name: string; visible: boolean }>(FOCUSED);
      if (!visible) throw new Error(`nobody sees that « ${name} » has the focus`);
      return plain(name);
    },
    close: () => context.close(),
  };
}

/** Moves with the keyboard until the focus is on what has this name. */
export async function goTo(chat: ChatPage, name: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  let steps = 0;
  await waitFor(`the focus on « ${name} »`, async () => {
    if (++steps > 40) throw new Error(`« ${name} » cannot be reached with ${key}`);
    await chat.page.keyboard.press(key);
    return (await chat.focused()) === name;
  });
}

function watch(page: Page, address: string): string[] {
  const complaints: string[] = [];
  const home = new URL(address).host;
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (new URL(request.url()).host !== home) complaints.push(`asked ${request.url()}`);
  });
  page.on('websocket', (socket) => {
    if (new URL(socket.url()).host !== home) complaints.push(`listened to ${socket.url()}`);
  });
  return complaints;
}
