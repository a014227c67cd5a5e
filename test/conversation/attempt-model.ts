/** The two-attempt rule as a model of its own: what is counted and what is offered, told from
 *  what a person does and sees. It knows nothing of the dialogs. */

export const ATTEMPTS = 2;
/** Turns in a row without an answered question that show the way out. */
const UNANSWERED = 3;

/** What the last reply asks, read from its buttons. */
export type Screen = 'feedback' | 'proposal' | 'subjects' | 'nothing';

export type Action =
  | { do: 'ask'; topic: string }
  | { do: 'ask-unclear'; topics: readonly string[] }
  | { do: 'choose'; topic: string }
  | { do: 'ask-unknown' | 'yes' | 'no' | 'none-of-these' | 'chat' | 'start-over' | 'ask-for-human' }
  | { do: 'come-back-next-day' };

export interface Model {
  failed: number;
  offered: boolean;
  /** Topics shown for the question at hand; null: there is none. */
  shown: readonly string[] | null;
  refused: readonly string[];
  humanAsked: number;
  unanswered: number;
}

export const BEGINNING: Model = {
  ...{ failed: 0, offered: false, shown: null, refused: [], humanAsked: 0, unanswered: 0 },
};

/** What holds after a turn. */
export function after(model: Model, action: Action, screen: Screen): Model {
  if (action.do === 'come-back-next-day') return { ...BEGINNING, unanswered: 1 };
  const { next, answered, wayOut } = judged(model, action, screen);
  const failedNow = next.failed > model.failed || wayOut;
  if (failedNow && (wayOut || next.failed >= ATTEMPTS)) return { ...next, offered: true, unanswered: 0 };
  const unanswered = answered ? 0 : next.unanswered + 1;
  return unanswered >= UNANSWERED ? { ...next, offered: true, unanswered: 0 } : { ...next, unanswered };
}

interface Judged {
  next: Model;
  /** An answer was shown, or a « oui » was said to one. */
  answered?: boolean;
  /** The way out was shown for another reason than a failed attempt. */
  wayOut?: boolean;
}

function judged(model: Model, action: Exclude<Action, { do: 'come-back-next-day' }>, screen: Screen): Judged {
  switch (action.do) {
    case 'ask':
      return asked(model, action.topic);
    case 'ask-unclear': {
      const fresh = action.topics.filter((topic) => !model.refused.includes(topic));
      return fresh.length > 0 ? { next: { ...model, shown: [] } } : { next: fail({ ...model, shown: [] }) };
    }
    case 'choose':
      return { next: { ...model, shown: [action.topic] }, answered: true };
    case 'ask-unknown':
      return { next: fail({ ...model, shown: [] }) };
    case 'yes':
      if (screen !== 'feedback') return { next: model };
      return { next: { ...BEGINNING }, answered: true };
    case 'no':
      if (screen === 'feedback' || screen === 'proposal') return { next: fail(model) };
      return { next: model };
    case 'none-of-these':
      return { next: fail(model) };
    case 'ask-for-human': {
      const next = { ...model, humanAsked: model.humanAsked + 1 };
      return { next, wayOut: next.humanAsked > 1 || model.offered };
    }
    case 'start-over':
      return { next: { ...model, shown: null } };
    case 'chat':
      return { next: model };
  }
}

/** An answer that was refused, or shown and left without a word, is not shown again: what it was shown for has failed, and
 *  the new question, for which there is nothing else, fails too. */
function asked(model: Model, topic: string): Judged {
  const seen = model.refused.includes(topic) || (model.shown?.includes(topic) ?? false);
  if (!seen) return { next: { ...model, shown: [topic] }, answered: true };
  const earlier = model.shown === null ? model : fail(model);
  return earlier.failed >= ATTEMPTS ? { next: earlier, wayOut: true } : { next: fail({ ...earlier, shown: [] }) };
}

function fail(model: Model): Model {
  const refused = [...new Set([...model.refused, ...(model.shown ?? [])])];
  return { ...model, failed: model.failed + 1, refused, shown: null };
}
