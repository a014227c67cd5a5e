/** Keeps the count under a text up to date: `data-for` names the text, `data-limit` how long it may be. */
export function countCharacters(): void {
  for (const count of document.querySelectorAll<HTMLElement>('[data-for][data-limit]')) {
    const text = document.getElementById(count.dataset.for ?? '');
    if (!(text instanceof HTMLTextAreaElement)) continue;
    const limit = Number(count.dataset.limit);
    const show = () => {
      count.textContent = `${french(text.value.length)} / ${french(limit)}`;
      count.classList.toggle('over', text.value.length > limit);
    };
    text.addEventListener('input', show);
    show();
  }
}

function french(count: number): string {
  return count.toLocaleString('fr-FR');
}
