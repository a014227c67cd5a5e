import { filled, type Slot } from './slot';

const SUBJECT_CHARACTERS = 120;

/** Proposed from what was asked; kept with one press. */
export const subject: Slot = {
  name: 'subject',
  ask: (draft, { ports }) => {
    const proposed = proposal(draft.values.question);
    return {
      text: ports.texts.say('form.subject'),
      choices: proposed ? [{ choice: 'keep-subject', title: proposed }] : [],
    };
  },
  read(draft, answer, { ports }) {
    const text = answer.kind === 'choice' ? proposal(draft.values.question) : answer.text;
    if (text.length <= SUBJECT_CHARACTERS) return filled(draft, { subject: text });
    return { kind: 'again', say: ports.texts.say('form.subject-length', { limit: SUBJECT_CHARACTERS }) };
  },
};

function proposal(question = ''): string {
  const text = question.trim().slice(0, SUBJECT_CHARACTERS);
  return text.charAt(0).toUpperCase() + text.slice(1);
}
