import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import { fr } from './fr';

interface ComposerProps {
  draft: string;
  input: RefObject<HTMLTextAreaElement | null>;
  describedBy: string;
  onDraft: (draft: string) => void;
  onSend: () => void;
}

/** Where the person writes: Enter sends, Shift+Enter breaks the line, and the box grows with the words. */
export function Composer({ draft, input, describedBy, onDraft, onSend }: ComposerProps) {
  useLayoutEffect(() => fitHeight(input.current), [draft]);
  useEffect(() => {
    const fit = () => fitHeight(input.current);
    addEventListener('resize', fit);
    return () => removeEventListener('resize', fit);
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    onSend();
  };
  const onSubmit = (event: Event) => {
    event.preventDefault();
    onSend();
  };
  return (
    <form class="composer" onSubmit={onSubmit}>
      <label class="hidden" for="input">
        {fr.inputLabel}
      </label>
      <textarea
        id="input"
        ref={input}
        rows={1}
        value={draft}
        placeholder={fr.inputPlaceholder}
        aria-describedby={describedBy}
        autocomplete="off"
        enterkeyhint="send"
        onInput={(event) => onDraft(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <button type="submit" class="main">
        {fr.send}
      </button>
    </form>
  );
}

/** Grows with the words up to the stylesheet's `max-height`. Set through the CSSOM, which a strict policy allows. */
function fitHeight(box: HTMLTextAreaElement | null): void {
  if (!box) return;
  box.style.height = 'auto';
  box.style.height = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`;
}
