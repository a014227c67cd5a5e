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
  /** The message to an advisor that is being written, or was left aside. */
  draft: Draft | null;
  /** Where the person lives, as far as they told. */
  place: Place | null;
  /** Whether « Où habitez-vous ? » was asked: it is asked once. */
  placeAsked: boolean;
  /** The person cannot hear or speak on the phone: no voice contact is shown. */
  cannotPhone: boolean;
  /** What a person with an open ticket wrote, until they say for whom it is. */
  unrouted: string | null;
  /** Files that the person sent and no message to an advisor has taken along yet, oldest first. */
  files: readonly { id: string; name: string }[];
}

/** A message to an advisor, slot by slot (dialogs/write-to-advisor/). */
export interface Draft {
  /** False while it is left aside: the next message is then a question again. */
  open: boolean;
  slot: SlotName;
  /** One part is changed from the summary, and the summary comes next again. */
  changing: boolean;
  urgent: boolean;
  showConversation: boolean;
  /** The failed attempts it grew from, oldest first. */
  failures: readonly Failure[];
  values: DraftValues;
}

export type SlotName =
  'about' | 'motive' | 'postcode' | 'commune' | 'subject' | 'message' | 'name' | 'reach' | 'reach-value' | 'summary';

export interface DraftValues {
  /** The question it is about, in the person's words. */
  question?: string;
  topics?: readonly string[];
  motive?: string;
  /** Empty: abroad, or not known. */
  postcode?: string;
  /** Communes to choose from, while the postcode alone does not tell the fund. */
  communes?: readonly string[];
  fund?: string | null;
  subject?: string;
  message?: string;
  name?: string;
  reach?: { kind: 'email' | 'phone'; value: string } | { kind: 'none' };
}

export interface Place {
  /** Null when only « abroad » was said. */
  postcode: string | null;
  territory: string;
  fund: string | null;
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

export type PendingKind =
  | 'feedback'
  | 'proposal'
  | 'subjects'
  | 'missing'
  | 'emergency'
  | 'slot'
  | 'place'
  | 'recipient'
  | 'which-request'
  | 'commune'
  | 'ticket-number';

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
  draft: null,
  place: null,
  placeAsked: false,
  cannotPhone: false,
  unrouted: null,
  files: [],
};

/** Facts as they were stored; a version that this program does not know begins anew. */
export function readFacts(stored: unknown): Facts {
  const known = typeof stored === 'object' && stored !== null && 'stateVersion' in stored && stored.stateVersion === 1;
  return known ? { ...NEW_CONVERSATION, ...(stored as Facts) } : NEW_CONVERSATION;
}
