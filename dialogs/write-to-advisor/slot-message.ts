import { wordsOf } from '../phrases';
import type { Turn } from '../turn';
import { filled, type Slot } from './slot';

/** « bonjour svp » helps no advisor. */
const LEAST_WORDS = 3;
const TRANSMIT = 'transmettre-information';

/** The message itself, with what its motive needs. What has a way of its own (a sick note, a RIB …) is shown that first. */
export const message: Slot = {
  name: 'message',
  ask: (draft, turn) => {
    const { texts, tickets } = turn.ports;
    const needs = tickets.motives.find(({ id }) => id === draft.values.motive)?.needs ?? [];
    const transmits = draft.values.motive === TRANSMIT;
    const sentences = [
      texts.say(transmits ? 'form.message-transmit' : 'form.message'),
      ...(needs.length > 0 ? [texts.say('form.message-needs', { needs: needs.join(', ') })] : []),
      texts.say('form.message-caution'),
    ];
    return { text: sentences.join('\n\n'), choices: [] };
  },
  read(draft, answer, turn) {
    if (answer.kind === 'choice') return answer.choice === 'go-on' ? filled(draft, {}) : stopped(turn);
    if (wordsOf(answer.text).length < LEAST_WORDS) {
      return { kind: 'again', say: turn.ports.texts.say('form.message-short') };
    }
    const guard = turn.ports.tickets.guardFor(draft.values.motive ?? '', wordsOf(answer.text));
    if (!guard || draft.values.message === answer.text) return filled(draft, { message: answer.text });
    return guarded(draft, answer.text, guard.say, turn);
  },
};

/** The message is kept: « Écrire quand même » goes on with it. */
function guarded(draft: Parameters<Slot['read']>[0], text: string, say: string, turn: Turn): ReturnType<Slot['read']> {
  const { texts, knowledge } = turn.ports;
  turn.facts = { ...turn.facts, draft: { ...draft, values: { ...draft.values, message: text } } };
  return {
    kind: 'again',
    say: knowledge.render(say, turn.day),
    choices: [
      { choice: 'stop', title: texts.say('form.guard-stop') },
      { choice: 'go-on', title: texts.say('form.guard-go-on') },
    ],
  };
}

function stopped(turn: Turn): ReturnType<Slot['read']> {
  turn.reply.say('form.guard-stopped');
  return { kind: 'ended', keepDraft: true };
}
