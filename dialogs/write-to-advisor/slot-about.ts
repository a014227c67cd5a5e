import type { Choice, Draft } from '../conversation-state';
import { filled, type Slot } from './slot';

/** Titles of buttons stay short enough for a small screen. */
const TITLE_CHARACTERS = 60;

/** When the failed attempts had different subjects: which one is it about? */
export const about: Slot = {
  name: 'about',
  applies: (draft) => new Set(draft.failures.map(({ question }) => question)).size > 1,
  ask: (draft, { ports }) => ({
    text: ports.texts.say('form.about'),
    choices: [...questionChoices(draft), { choice: 'about-other', title: ports.texts.say('form.about-other') }],
  }),
  read(draft, answer) {
    if (answer.kind === 'words') return filled(draft, { question: answer.text, topics: [] });
    const failure = draft.failures[Number(answer.choice.replace('about-', ''))];
    return filled(draft, { question: failure?.question ?? '', topics: failure?.topics ?? [] });
  },
};

function questionChoices(draft: Draft): Choice[] {
  return draft.failures.map(({ question }, index) => ({ choice: `about-${index}`, title: shortened(question) }));
}

function shortened(text: string): string {
  return text.length <= TITLE_CHARACTERS ? text : `${text.slice(0, TITLE_CHARACTERS - 1).trimEnd()}…`;
}
