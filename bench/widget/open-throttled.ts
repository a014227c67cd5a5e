import type { Browser } from 'playwright-core';

/** From the click on a link to the page, in ms. */
export interface Opening {
  /** A character that is typed stands in the field. */
  usableMs: number;
  /** The assistant's first message stands on the screen. */
  greetedMs: number;
}

/** A phone of some years ago on a slow 4G network, as the browser's own tools imitate them. */
const BITS_PER_BYTE = 8;
const NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / BITS_PER_BYTE,
  uploadThroughput: 750_000 / BITS_PER_BYTE,
};
const PROCESSOR_TIMES_SLOWER = 4;
const LIMIT_MS = 120_000;

/** Given to the browser as text: this program's types know no DOM. Looks at each frame, through the shadow root of ours. */
const FIELD = `(() => {
  const chat = document.getElementById('chat');
  const field = (chat?.shadowRoot ?? chat)?.querySelector('textarea, input[type=text], [data-testid="send box text area"]');
  return field && !field.disabled && !field.readOnly && field.getClientRects().length > 0 ? field : undefined;
})()`;
const GREETED = `(() => {
  const chat = document.getElementById('chat');
  return (chat?.shadowRoot ?? chat)?.textContent.includes('assistant automatique');
})()`;
const EACH_FRAME = `(() => {
  const look = () => {
    window.greetedAt ??= ${GREETED} ? performance.now() : undefined;
    if (window.greetedAt === undefined) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()`;

/** Opens a page in a browser that has seen nothing before, on a slow phone, and types into it as soon as that is possible. */
export async function openThrottled(browser: Browser, url: string): Promise<Opening> {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, locale: 'fr-FR' });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(LIMIT_MS);
    const tools = await context.newCDPSession(page);
    await tools.send('Network.enable');
    await tools.send('Network.emulateNetworkConditions', NETWORK);
    await tools.send('Emulation.setCPUThrottlingRate', { rate: PROCESSOR_TIMES_SLOWER });
    await page.addInitScript(EACH_FRAME);
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForFunction(`${FIELD} && (${FIELD}.focus(), true)`, undefined, {
      polling: 'raf',
      timeout: LIMIT_MS,
    });
    await page.keyboard.type('a');
    const typed = `${FIELD}?.value === 'a' ? performance.now() : undefined`;
    const usable = await page.waitForFunction<number>(typed, undefined, { polling: 'raf', timeout: LIMIT_MS });
    const greeted = await page.waitForFunction<number>('window.greetedAt', undefined, { timeout: LIMIT_MS });
    return { usableMs: await usable.jsonValue(), greetedMs: await greeted.jsonValue() };
  } finally {
    await context.close();
  }
}
