import { useRef } from 'preact/hooks';
import { fr } from './fr';

/** The quiet way to begin anew. It asks first, in the page: the messages on screen go away. */
export function Restart({ onRestart }: { onRestart: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const close = () => dialog.current?.close();
  const confirm = () => {
    close();
    onRestart();
  };
  return (
    <>
      <button type="button" class="quiet" aria-haspopup="dialog" onClick={() => dialog.current?.showModal()}>
        {fr.restart}
        <span class="hidden">{fr.restartWhat}</span>
      </button>
      <dialog ref={dialog} aria-labelledby="restart-question" aria-describedby="restart-means">
        <h3 id="restart-question">{fr.restartQuestion}</h3>
        <p id="restart-means">{fr.restartMeans}</p>
        <div class="buttons">
          <button type="button" class="choice" onClick={close}>
            {fr.restartCancel}
          </button>
          <button type="button" class="main" onClick={confirm}>
            {fr.restartConfirm}
          </button>
        </div>
      </dialog>
    </>
  );
}
