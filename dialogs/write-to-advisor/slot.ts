import type { Choice, Draft, SlotName } from '../conversation-state';
import type { Turn } from '../turn';

/** What the person answered to a slot's question. */
export type SlotAnswer = { kind: 'choice'; choice: string } | { kind: 'words'; text: string };

/** The draft with the answer in it, a sentence that says what to mend, or that the form ends here, its reason said. */
export type SlotReading =
  | { kind: 'filled'; draft: Draft }
  | { kind: 'again'; say: string; choices?: Choice[] }
  | { kind: 'ended'; keepDraft: boolean };

/** One question of the form. */
export interface Slot {
  name: SlotName;
  /** Whether this draft needs it; left out: always. */
  applies?(draft: Draft, turn: Turn): boolean;
  ask(draft: Draft, turn: Turn): { text: string; choices: Choice[] };
  read(draft: Draft, answer: SlotAnswer, turn: Turn): SlotReading;
}

export function filled(draft: Draft, values: Draft['values']): SlotReading {
  return { kind: 'filled', draft: { ...draft, values: { ...draft.values, ...values } } };
}
