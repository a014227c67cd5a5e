import { filled, type Slot } from './slot';

const NAME_CHARACTERS = 80;

export const name: Slot = {
  name: 'name',
  ask: (_draft, { ports }) => ({ text: ports.texts.say('form.name'), choices: [] }),
  read(draft, answer, { ports }) {
    const text = answer.kind === 'words' ? answer.text.replace(/\s+/g, ' ').trim() : '';
    const isName = /\p{L}{2}/u.test(text) && !/\d/.test(text) && text.length <= NAME_CHARACTERS;
    if (isName) return filled(draft, { name: text });
    return { kind: 'again', say: ports.texts.say('form.name-wrong', { limit: NAME_CHARACTERS }) };
  },
};
