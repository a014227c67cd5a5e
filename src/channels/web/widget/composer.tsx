import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { CharacterCount } from './character-count';
import { fr } from './fr';
import { ACCEPT } from './uploads';

interface ComposerProps {
  draft: string;
  input: RefObject<HTMLTextAreaElement | null>;
  /** Undefined: no file is taken. */
  fileMegabytes: number | undefined;
  otherWays: { title: string; choose: () => void } | undefined;
  onDraft: (draft: string) => void;
  onSend: () => void;
  onFiles: (files: File[]) => void;
}

/** Where the person writes: Enter sends, Shift+Enter breaks the line, the box grows with the words, files may be pasted. */
export function Composer(props: ComposerProps) {
  const { draft, input, fileMegabytes, otherWays, onDraft, onSend, onFiles } = props;
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
  const onPaste = (event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0 || fileMegabytes === undefined) return;
    event.preventDefault();
    onFiles(files);
  };
  return (
    <>
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
          aria-describedby="count"
          autocomplete="off"
          enterkeyhint="send"
          onInput={(event) => onDraft(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        <button type="submit" class="main">
          {fr.send}
        </button>
      </form>
      <div class="below">
        {otherWays && (
          <button type="button" class="quiet" onClick={otherWays.choose}>
            {otherWays.title}
          </button>
        )}
        {fileMegabytes !== undefined && <AttachButton megabytes={fileMegabytes} onFiles={onFiles} />}
        <CharacterCount id="count" length={draft.length} />
      </div>
    </>
  );
}

/** A button of ours and a choice of files out of sight: browsers draw theirs in the language of the system. */
function AttachButton({ megabytes, onFiles }: { megabytes: number; onFiles: (files: File[]) => void }) {
  const picker = useRef<HTMLInputElement>(null);
  const onChange = ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
    onFiles([...(currentTarget.files ?? [])]);
    // The same file may be chosen again.
    currentTarget.value = '';
  };
  return (
    <div class="attach">
      <button type="button" class="quiet" aria-describedby="file-rule" onClick={() => picker.current?.click()}>
        {fr.attach}
      </button>
      <span id="file-rule" class="rule">
        {fr.fileRule(megabytes)}
      </span>
      <input ref={picker} type="file" hidden multiple accept={ACCEPT} aria-label={fr.attach} onChange={onChange} />
    </div>
  );
}

/** Grows with the words up to the stylesheet's `max-height`. Set through the CSSOM, which a strict policy allows. To measure
 *  costs a slow phone a frame: an empty field is one line high without it. */
function fitHeight(box: HTMLTextAreaElement | null): void {
  if (!box) return;
  box.style.height = box.value && 'auto';
  if (!box.value) return;
  box.style.height = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`;
}
