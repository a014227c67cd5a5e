import { fr } from './fr';
import { Message, type MessageContext } from './message';
import type { Entry } from './transcript';

interface TranscriptLogProps extends MessageContext {
  entries: Entry[];
  /** While a transcript is being read back after a reload it is not read out: all of it has been heard before. */
  silent: boolean;
}

/** The messages, oldest first. Elements are only ever added, so that a screen reader says each once. */
export function TranscriptLog({ entries, silent, ...context }: TranscriptLogProps) {
  return (
    <div role="log" aria-label={fr.transcript} aria-live={silent ? 'off' : 'polite'} class="log">
      {entries.map((entry) => (
        <Message key={entry.key} entry={entry} context={context} />
      ))}
    </div>
  );
}
