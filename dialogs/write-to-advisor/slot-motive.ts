import type { Choice, Draft } from '../conversation-state';
import { wordsOf } from '../phrases';
import type { Motive } from '../ports';
import type { Turn } from '../turn';
import { filled, type Slot } from './slot';

/** Proposed at first; the rest behind one button. */
const PROPOSED = 4;

export const motive: Slot = {
  name: 'motive',
  ask: (draft, turn) => ({ text: turn.ports.texts.say('form.motive'), choices: proposals(draft, turn) }),
  read(draft, answer, turn) {
    const { motives } = turn.ports.tickets;
    if (answer.kind === 'choice' && answer.choice === 'all-motives') {
      return { kind: 'again', say: turn.ports.texts.say('form.motive'), choices: motives.map(choiceOf) };
    }
    const chosen =
      answer.kind === 'choice' ? motives.find(({ id }) => id === answer.choice) : motiveInWords(answer.text, motives);
    if (chosen) return filled(draft, { motive: chosen.id });
    return { kind: 'again', say: turn.ports.texts.say('form.motive-unknown'), choices: motives.map(choiceOf) };
  },
};

/** Motives of what was asked, then the first of the list; all of them on demand. */
function proposals(draft: Draft, { ports }: Turn): Choice[] {
  const { motives } = ports.tickets;
  const topics = draft.values.topics ?? [];
  const fitting = motives.filter((candidate) => candidate.topics.some((topic) => topics.includes(topic)));
  const other = motives.filter(({ id }) => id === 'autre');
  const shown = [...new Set([...fitting, ...motives])]
    .filter((candidate) => !other.includes(candidate))
    .slice(0, PROPOSED);
  return [...[...shown, ...other].map(choiceOf), { choice: 'all-motives', title: ports.texts.say('form.motive-all') }];
}

function choiceOf({ id, title }: Motive): Choice {
  return { choice: id, title };
}

/** The one motive whose title and keywords share most words with what was typed; none when two share as many. */
function motiveInWords(text: string, motives: readonly Motive[]): Motive | undefined {
  const words = new Set(wordsOf(text).filter((word) => word.length > 3));
  const [best, second] = motives
    .map((candidate) => {
      const own = new Set([candidate.title, ...candidate.keywords].flatMap(wordsOf));
      return { candidate, shared: [...words].filter((word) => own.has(word)).length };
    })
    .sort((a, b) => b.shared - a.shared);
  return best && best.shared > 0 && best.shared > (second?.shared ?? 0) ? best.candidate : undefined;
}
