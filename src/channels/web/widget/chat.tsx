import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { OutgoingMessage, SuggestedAction } from './activity';
import { CharacterCount } from './character-count';
import { ChatModel } from './chat-model';
import { Composer } from './composer';
import { fr } from './fr';
import { offeredActions, otherWaysAction } from './offered-actions';
import { Restart } from './restart';
import { StatusLine } from './status-line';
import { SuggestedActions } from './suggested-actions';
import { TranscriptLog } from './transcript-log';
import { useReadingPosition } from './use-reading-position';

/** The whole chat; `base` is the prefix of the server's Direct Line calls. */
export function Chat({ base }: { base: string }) {
  const [model, state] = useModel(base);
  const [draft, setDraft] = useState('');
  const input = useRef<HTMLTextAreaElement>(null);
  const { box, atEnd, onScroll, toEnd } = useReadingPosition(state);
  const otherWays = otherWaysAction(state.entries);

  const send = () => {
    const text = draft.trim();
    if (text !== '' && model.say(text)) setDraft('');
    input.current?.focus();
  };
  /** On a phone the input would call up the keyboard over the answer. */
  const focusOn = () => (matchMedia('(pointer: coarse)').matches ? box : input).current?.focus();
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
  const restart = () => {
    model.restart();
    focusOn();
  };

  return (
    <section class="chat" aria-label={fr.chat}>
      <header>
        <h2>{fr.title}</h2>
        <Restart onRestart={restart} />
      </header>
      <div class="box" ref={box} role="group" aria-label={fr.thread} tabIndex={0} onScroll={onScroll}>
        <TranscriptLog entries={state.entries} silent={state.phase === 'opening'} onRetry={retry} onEdit={edit} />
        <StatusLine state={state} />
        <SuggestedActions actions={offeredActions(state.entries)} onChoose={choose} />
      </div>
      <div class="dock">
        {!atEnd && (
          <button type="button" class="to-newest" onClick={readOn}>
            <span aria-hidden="true">↓</span>
            <span class="hidden">{fr.toNewest}</span>
          </button>
        )}
        <Composer draft={draft} input={input} describedBy="count" onDraft={setDraft} onSend={send} />
        <div class="below">
          {otherWays && (
            <button type="button" class="quiet" onClick={() => choose(otherWays)}>
              {otherWays.title}
            </button>
          )}
          <CharacterCount id="count" length={draft.length} />
        </div>
      </div>
    </section>
  );
}

function useModel(base: string): [ChatModel, ChatModel['state']] {
  const [, redraw] = useState<ChatModel['state']>();
  const model = useMemo(() => new ChatModel(base, redraw), [base]);
  useEffect(() => {
    model.start();
    return () => model.close();
  }, [model]);
  return [model, model.state];
}
