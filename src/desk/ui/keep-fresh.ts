import { readPageAgain } from './read-page';

const EVERY_MS = 20_000;

/** Looks for what is new while the page is seen: the queue is renewed in place, on a ticket word of it is given. */
export function keepFresh(): void {
  const isQueue = document.getElementById('queue') !== null;
  const isTicket = document.getElementById('ticket') !== null;
  if (!isQueue && !isTicket) return;
  const look = async () => {
    if (document.hidden) return;
    const reading = await readPageAgain();
    const over = document.getElementById('session-over');
    if (over && reading.kind !== 'unreachable') over.hidden = reading.kind !== 'signed-out';
    if (reading.kind !== 'page') return;
    if (isQueue) renewQueue(reading.page);
    else tellNews(reading.page);
  };
  setInterval(() => void look(), EVERY_MS);
  document.addEventListener('visibilitychange', () => void look());
  window.addEventListener('online', () => void look());
  carryTexts();
}

/** Puts the new list in the place of the old one; whoever had the focus on a link of it keeps it. */
function renewQueue(page: Document): void {
  const old = document.getElementById('queue');
  const renewed = page.getElementById('queue');
  if (!old || !renewed || old.isEqualNode(renewed)) return;
  const hasNews = ticketsIn(old) !== ticketsIn(renewed);
  const focused = old.contains(document.activeElement) ? document.activeElement?.getAttribute('href') : undefined;
  const inPlace = document.importNode(renewed, true);
  old.replaceWith(inPlace);
  if (focused) inPlace.querySelector<HTMLElement>(`a[href="${CSS.escape(focused)}"]`)?.focus();
  const news = document.getElementById('news');
  if (news && hasNews) news.textContent = news.dataset.news ?? '';
}

/** Which tickets stand in it, in which order; not how old they are. */
function ticketsIn(queue: HTMLElement): string {
  return [...queue.querySelectorAll('.row a')].map((link) => link.getAttribute('href')).join(' ');
}

function tellNews(page: Document): void {
  const news = document.getElementById('ticket-news');
  const version = document.getElementById('ticket')?.dataset.version;
  if (news && page.getElementById('ticket')?.dataset.version !== version) news.hidden = false;
}

/** A form that leads to a fresh page takes along what stands in the text that it names. */
function carryTexts(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-carries]')) {
    form.addEventListener('submit', () => {
      const text = document.getElementById(form.dataset.carries ?? '');
      const carried = form.elements.namedItem('text');
      if (text instanceof HTMLTextAreaElement && carried instanceof HTMLInputElement) carried.value = text.value;
    });
  }
}
