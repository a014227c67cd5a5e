import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { fr } from './fr';

interface PanelProps {
  open: boolean;
  onClose: () => void;
  children: ComponentChildren;
}

/** Where there is no room for page and chat side by side, the chat takes the whole screen: panel.css has the same line. */
const WHOLE_SCREEN = '(width < 36rem), (height < 34rem)';

/**
 * The chat above the page. Beside the page it leaves that usable; on a whole screen it is modal, so that the focus cannot
 * get lost behind it. It is hidden, never taken out: what was read out once is not read out again.
 */
export function Panel({ open, onClose, children }: PanelProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const it = dialog.current;
    if (!it || it.open === open) return;
    if (!open) it.close();
    else if (matchMedia(WHOLE_SCREEN).matches) it.showModal();
    else it.show();
  }, [open]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    // A question of ours stands above the chat: Escape is the answer to that.
    if (event.target instanceof Element && event.target.closest('dialog') !== dialog.current) return;
    event.preventDefault();
    onClose();
  };
  const onCancel = (event: Event) => {
    if (event.target !== dialog.current) return;
    event.preventDefault();
    onClose();
  };
  return (
    <dialog ref={dialog} class="panel" aria-label={fr.panel} onKeyDown={onKeyDown} onCancel={onCancel}>
      {children}
    </dialog>
  );
}
