import { useRef } from 'preact/hooks';
import { EraseQuestion } from './erase-question';
import { fr } from './fr';
import type { TranscriptFile } from './transcript-file';

interface MenuProps {
  accessibility: string;
  onSave: (kind: TranscriptFile) => void;
  onErase: () => void;
}

/** What is there when needed: a copy of the conversation, an end to it, and how accessible all this is. */
export function Menu({ accessibility, onSave, onErase }: MenuProps) {
  const details = useRef<HTMLDetailsElement>(null);
  const summary = useRef<HTMLElement>(null);
  const question = useRef<HTMLDialogElement>(null);
  const close = () => {
    if (details.current) details.current.open = false;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !details.current?.open) return;
    event.preventDefault();
    close();
    summary.current?.focus();
  };
  const save = (kind: TranscriptFile) => {
    onSave(kind);
    close();
    summary.current?.focus();
  };
  const erase = () => {
    close();
    onErase();
  };
  return (
    <>
      <details ref={details} class="menu" onKeyDown={onKeyDown}>
        <summary ref={summary}>{fr.menu}</summary>
        <ul>
          <li>
            <button type="button" class="quiet" onClick={() => save('txt')}>
              {fr.saveText}
            </button>
          </li>
          <li>
            <button type="button" class="quiet" onClick={() => save('html')}>
              {fr.savePage}
            </button>
          </li>
          <li>
            <button type="button" class="quiet" aria-haspopup="dialog" onClick={() => question.current?.showModal()}>
              {fr.erase}
            </button>
          </li>
          <li>
            <a class="quiet" href={accessibility} target="_blank" rel="noopener">
              {fr.accessibility}
              <span class="hidden">{fr.newWindow}</span>
            </a>
          </li>
        </ul>
      </details>
      <EraseQuestion dialog={question} onErase={erase} />
    </>
  );
}
