import { useEffect, useRef } from 'preact/hooks';
import { Chat } from './chat';
import type { ChatModel, ChatState } from './chat-model';
import { fr } from './fr';
import { Launcher } from './launcher';
import { LeavingQuestion } from './leaving-question';
import type { Options } from './options';
import { Panel } from './panel';

interface FrameProps {
  options: Options;
  /** Undefined until the chat is opened for the first time. */
  model: ChatModel | undefined;
  state: ChatState | undefined;
  open: boolean;
  /** Nobody seems to be there any more. */
  leaving: boolean;
  onToggle: () => void;
  onClose: () => void;
  onErase: () => void;
  onStay: () => void;
}

/** The chat and what stands around it: in the page itself, or behind a launcher. */
export function Frame({ options, model, state, open, leaving, onToggle, onClose, onErase, onStay }: FrameProps) {
  const launcher = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(open);
  useEffect(() => {
    if (wasOpen.current && !open) launcher.current?.focus();
    wasOpen.current = open;
  }, [open]);

  const inPage = options.position === 'inline';
  const chat = model && state && (
    <Chat
      model={model}
      state={state}
      options={options}
      open={open}
      onClose={inPage ? undefined : onClose}
      onErase={onErase}
    />
  );
  const question = options.shared && <LeavingQuestion shown={leaving} onStay={onStay} />;
  if (inPage) {
    return (
      <div class="frame" lang="fr">
        {chat}
        {question}
      </div>
    );
  }
  return (
    <div class="frame" lang="fr" role="region" aria-label={fr.assistant}>
      <Launcher button={launcher} open={open} unread={state?.unread ?? 0} onPress={onToggle} />
      <Panel open={open} onClose={onClose}>
        {chat}
        {question}
      </Panel>
    </div>
  );
}
