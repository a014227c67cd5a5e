import { useEffect, useRef, useState } from 'preact/hooks';
import type { OutgoingMessage, SuggestedAction } from './activity';
import type { ChatModel, ChatState } from './chat-model';
import { Composer } from './composer';
import { FileDrop } from './file-drop';
import { fr } from './fr';
import { Menu } from './menu';
import { offeredActions, otherWaysAction } from './offered-actions';
import type { Options } from './options';
import { StatusLine } from './status-line';
import { SuggestedActions } from './suggested-actions';
import { saveTranscript } from './transcript-file';
import { TranscriptLog } from './transcript-log';
import { UploadTray } from './upload-tray';
import { useReadingPosition } from './use-reading-position';

interface ChatProps {
  model: ChatModel;
  state: ChatState;
  options: Options;
  open: boolean;
  /** Undefined where there is nothing to go back to: the chat stands in the page itself. */
  onClose: (() => void) | undefined;
  onErase: () => void;
}

/** The whole chat: heading, messages, and the place to write. */
export function Chat({ model, state, options, open, onClose, onErase }: ChatProps) {
  const { entries, fileMegabytes, uploads } = state;
  const [draft, setDraft] = useState('');
  const input = useRef<HTMLTextAreaElement>(null);
  const { box, atEnd, onScroll, toEnd } = useReadingPosition(state);
  const otherWays = otherWaysAction(entries);
  /** On a phone the input would call up the keyboard over the answer. */
  const focusOn = () => (matchMedia('(pointer: coarse)').matches ? box : input).current?.focus();
  // After the panel around it has been shown: what is not shown takes no focus.
  useEffect(() => {
    if (open && onClose) focusOn();
  }, [open]);

  const send = () => {
    const text = draft.trim();
    if (text !== '' && model.say(text)) setDraft('');
    input.current?.focus();
  };
  const choose = (action: SuggestedAction) => {
    model.choose(action);
    focusOn();
  };
  const retry = (message: OutgoingMessage) => {
    model.retry(message);
    focusOn();
  };
  const edit = (message: OutgoingMessage) => {
    setDraft(model.takeBack(message));
    input.current?.focus();
  };
  const readOn = () => {
    toEnd();
    focusOn();
  };
  const erase = () => {
    setDraft('');
    onErase();
    focusOn();
  };

  return (
    <FileDrop wanted={fileMegabytes !== undefined} onFiles={(files) => model.attach(files)}>
      <header>
        <h2>{options.title ?? fr.title}</h2>
        <Menu
          accessibility={`${options.server}/accessibilite`}
          onSave={(kind) => saveTranscript(entries, kind, options.locale)}
          onErase={erase}
        />
        {onClose && (
          <button type="button" class="quiet" onClick={onClose}>
            {fr.minimise}
          </button>
        )}
      </header>
      {options.shared && <p class="shared">{fr.sharedMachine}</p>}
      <div role="status" class="offline">
        {state.offline && fr.offline}
      </div>
      <div class="box" ref={box} role="group" aria-label={fr.thread} tabIndex={0} onScroll={onScroll}>
        <TranscriptLog
          entries={entries}
          locale={options.locale}
          silent={state.phase === 'opening'}
          onRetry={retry}
          onEdit={edit}
          onOpinion={(opinion) => model.giveOpinion(opinion)}
        />
        <StatusLine state={state} />
        <SuggestedActions actions={offeredActions(entries)} onChoose={choose} />
      </div>
      <div class="dock">
        {!atEnd && (
          <button type="button" class="to-newest" onClick={readOn}>
            <span aria-hidden="true">↓</span>
            <span class="hidden">{fr.toNewest}</span>
          </button>
        )}
        <UploadTray
          uploads={uploads}
          onRetry={(upload) => model.retryUpload(upload)}
          onRemove={(upload) => {
            model.removeUpload(upload);
            input.current?.focus();
          }}
        />
        <Composer
          draft={draft}
          input={input}
          fileMegabytes={fileMegabytes}
          otherWays={otherWays && { title: otherWays.title, choose: () => choose(otherWays) }}
          onDraft={setDraft}
          onSend={send}
          onFiles={(files) => model.attach(files)}
        />
      </div>
    </FileDrop>
  );
}
