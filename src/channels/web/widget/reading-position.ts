/** Closer than this to the end, in px, counts as reading the newest message. */
const nearEndPx = 48;
/** Room left above a message whose beginning is shown, in px. */
const marginPx = 12;

export function isAtEnd(box: HTMLElement): boolean {
  return box.scrollHeight - box.clientHeight - box.scrollTop <= nearEndPx;
}

export function scrollToEnd(box: HTMLElement): void {
  box.scrollTop = box.scrollHeight;
}

/** Scrolls towards the end, but never past the beginning of `first`: a long answer is read from its first line. */
export function showFrom(box: HTMLElement, first: Element | undefined): void {
  const end = box.scrollHeight - box.clientHeight;
  const top = first ? first.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop : end;
  box.scrollTop = Math.min(end, top - marginPx);
}
