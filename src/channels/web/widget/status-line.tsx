import type { ChatState } from './chat-model';
import { fr } from './fr';

/** What is going on right now, shown and said: trouble first, then opening, then the answer under way. */
export function StatusLine({ state }: { state: ChatState }) {
  const typing = !state.trouble && state.phase === 'open' && state.awaiting === 'typing';
  return (
    <div role="status" class="status">
      {typing && <Dots />}
      {typing ? <span class="hidden">{fr.typing}</span> : statusText(state)}
    </div>
  );
}

function statusText({ trouble, phase, awaiting }: ChatState): string | null {
  if (trouble) return trouble.message ?? (phase === 'opening' ? fr.notReachable : fr.interrupted);
  if (phase === 'opening') return fr.opening;
  return awaiting === 'slow' ? fr.slow : null;
}

function Dots() {
  return (
    <span class="dots" aria-hidden="true">
      <i />
      <i />
      <i />
    </span>
  );
}
