import { fr } from './fr';
import { Message, type Remedies } from './message';
import type { Entry } from './transcript';

interface TranscriptLogProps extends Remedies {
  entries: Entry[];
  /** While a transcript is being read back after a reload it is not read out: all of it has been heard before. */
  silent: boolean;
}

/** The messages, oldest first. Elements are only ever added, so that a screen reader says each once. */
export function TranscriptLog({ entries, silent, ...remedies }: TranscriptLogProps) {
  return (
    <div role="log" aria-label={fr.transcript} aria-live={silent ? 'off' : 'polite'} class="log">
      {entries.map((entry) => (
        <Message key={entry.key} entry={entry} remedies={remedies} />
      ))}
    </div>
  );
}
