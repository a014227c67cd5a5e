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

/** Given to the browser as text: this program's types know no DOM. Looks at each frame, through the shadow root of ours; what
 *  is typed is put in as the keyboard does, and must stand there a frame later. Asked from outside, each question would cost
 *  the slow processor more time than our own widget takes. */
const WATCH = `(() => {
  const root = () => { const chat = document.getElementById('chat'); return chat?.shadowRoot ?? chat; };
  const field = () => {
    const it = root()?.querySelector('textarea, input[type=text], [data-testid="send box text area"]');
    return it && !it.disabled && !it.readOnly && it.getClientRects().length > 0 ? it : undefined;
  };
  const look = () => {
    const it = window.usableAt === undefined ? field() : undefined;
    if (it?.value === 'a') window.usableAt = performance.now();
    else if (it) { it.focus(); document.execCommand('insertText', false, 'a'); }
    if (root()?.textContent.includes('assistant automatique')) window.greetedAt ??= performance.now();
    if (window.usableAt === undefined || window.greetedAt === undefined) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()`;

/** Opens a page in a browser that has seen nothing before, on a slow phone, and tells when it could be typed into. */
export async function openThrottled(browser: Browser, url: string): Promise<Opening> {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, locale: 'fr-FR' });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(LIMIT_MS);
    const tools = await context.newCDPSession(page);
    await tools.send('Network.enable');
    await tools.send('Network.emulateNetworkConditions', NETWORK);
    await tools.send('Emulation.setCPUThrottlingRate', { rate: PROCESSOR_TIMES_SLOWER });
    await page.addInitScript(WATCH);
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForFunction('window.usableAt && window.greetedAt', undefined, { polling: 500, timeout: LIMIT_MS });
    return await page.evaluate<Opening>('({ usableMs: usableAt, greetedMs: greetedAt })');
  } finally {
    await context.close();
  }
}
