/** The facts of a conversation: our own typed JSON, kept beside the dialog stack, which may be dropped at any time. */
export interface Facts {
  stateVersion: 1;
  /** ISO; null before the first message. */
  lastTurnAt: string | null;
  /** The question at hand and what was shown for it. */
  attempt: Attempt | null;
  /** Failed attempts since the last « Oui », oldest first. */
  failures: readonly Failure[];
  /** Topics shown and refused since the last « Oui ». */
  refused: readonly string[];
  /** ISO; since when writing to an advisor is on offer. */
  escalatedAt: string | null;
  /** Times a human was asked for since the last « Oui ». */
  humanRequests: number;
  /** Turns in a row without an answered question. */
  unansweredTurns: number;
  /** What the assistant asked last and still waits for. */
  pending: PendingQuestion | null;
  /** Set while an emergency notice is on the screen: what else the message asked, and what was pending before. */
  emergency: { kept: string; pending: PendingQuestion | null } | null;
}

export interface Attempt {
  /** In the person's words, masked. */
  question: string;
  /** Topics shown as its answer. */
  shown: readonly string[];
  /** Other topics the search found for it, best first. */
  close: readonly string[];
}

export interface Failure {
  question: string;
  topics: readonly string[];
  at: string;
}

export type PendingKind = 'feedback' | 'proposal' | 'subjects' | 'missing' | 'emergency';

/** A question with its buttons. `ask` names it: a button that carries another name is an old one. */
export interface PendingQuestion {
  ask: string;
  kind: PendingKind;
  /** The sentence to say when it is asked again. */
  text: string;
  choices: readonly Choice[];
}

/** `choice` is what is understood, `title` what is read. */
export interface Choice {
  choice: string;
  title: string;
  topic?: string;
}

export const NEW_CONVERSATION: Facts = {
  stateVersion: 1,
  lastTurnAt: null,
  attempt: null,
  failures: [],
  refused: [],
  escalatedAt: null,
  humanRequests: 0,
  unansweredTurns: 0,
  pending: null,
  emergency: null,
};

/** Facts as they were stored; a version that this program does not know begins anew. */
export function readFacts(stored: unknown): Facts {
  const known = typeof stored === 'object' && stored !== null && 'stateVersion' in stored && stored.stateVersion === 1;
  return known ? { ...NEW_CONVERSATION, ...(stored as Facts) } : NEW_CONVERSATION;
}
