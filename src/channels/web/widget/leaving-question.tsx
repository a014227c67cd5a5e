import { useEffect, useRef } from 'preact/hooks';
import { fr } from './fr';

/** Asks on a shared machine whether somebody is still there, while there is time to answer. */
export function LeavingQuestion({ shown, onStay }: { shown: boolean; onStay: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (shown) dialog.current?.showModal();
    else dialog.current?.close();
  }, [shown]);
  return (
    <dialog
      ref={dialog}
      class="question"
      role="alertdialog"
      aria-labelledby="leaving"
      aria-describedby="leaving-means"
      onClose={onStay}
    >
      <h3 id="leaving">{fr.leavingQuestion}</h3>
      <p id="leaving-means">{fr.leavingMeans}</p>
      <button type="button" class="main" onClick={onStay}>
        {fr.leavingStay}
      </button>
    </dialog>
  );
}
