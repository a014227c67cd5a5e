import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ChatState } from './chat-model';
import { isAtEnd, scrollToEnd, showFrom } from './reading-position';
import { readFrom } from './read-from';

/**
 * Keeps the newest message in sight for who is at the end, and leaves in peace who reads further up.
 * Gives the ref of the scrolling box, whether its end is in sight, and a way there.
 */
export function useReadingPosition({ entries, awaiting, trouble }: ChatState) {
  const box = useRef<HTMLDivElement>(null);
  const wasAtEnd = useRef(true);
  const shown = useRef(0);
  /** Index of the entry whose beginning was to be seen last. */
  const from = useRef<number | undefined>(undefined);
  const [atEnd, setAtEnd] = useState(true);

  const look = () => {
    if (!box.current) return;
    wasAtEnd.current = isAtEnd(box.current);
    setAtEnd(wasAtEnd.current);
  };

  useLayoutEffect(() => {
    from.current = readFrom(entries, shown.current) ?? from.current;
    const mine = shown.current < entries.length && entries.at(-1)?.kind === 'person';
    shown.current = entries.length;
    if (box.current && mine) scrollToEnd(box.current);
    else if (box.current && wasAtEnd.current) showFrom(box.current, elementOf(box.current, from.current));
    look();
  }, [entries, awaiting, trouble]);

  useEffect(() => {
    if (!box.current) return;
    // A phone's keyboard makes the box smaller, opening the panel larger: what was to be read must not slip out of sight.
    const observer = new ResizeObserver(() => {
      if (box.current && wasAtEnd.current) showFrom(box.current, elementOf(box.current, from.current));
      look();
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);

  const toEnd = () => {
    if (box.current) scrollToEnd(box.current);
  };
  return { box, atEnd, onScroll: look, toEnd };
}

function elementOf(box: HTMLElement, index: number | undefined): Element | undefined {
  return index === undefined ? undefined : box.querySelectorAll('[role=log] > *')[index];
}
