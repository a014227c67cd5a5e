import type { RefObject } from 'preact';
import { fr } from './fr';

/** Asks first, in the page: the messages on the screen go away. */
export function EraseQuestion({
  dialog,
  onErase,
}: {
  dialog: RefObject<HTMLDialogElement | null>;
  onErase: () => void;
}) {
  const close = () => dialog.current?.close();
  const confirm = () => {
    close();
    onErase();
  };
  return (
    <dialog ref={dialog} class="question" aria-labelledby="erase-question" aria-describedby="erase-means">
      <h3 id="erase-question">{fr.eraseQuestion}</h3>
      <p id="erase-means">{fr.eraseMeans}</p>
      <div class="buttons">
        <button type="button" class="choice" onClick={close}>
          {fr.eraseCancel}
        </button>
        <button type="button" class="main" onClick={confirm}>
          {fr.eraseConfirm}
        </button>
      </div>
    </dialog>
  );
}
