import type { DraftValues } from '../conversation-state';
import { filled, type Slot } from './slot';

const EMAIL = /[^\s@<>,;]+@[^\s@<>,;]+\.[a-z]{2,}/i;
/** French numbers in any grouping, with or without their international head; abroad any with `+`. */
const PHONE = /(?:\+\d{1,3}|0)[\s.-]?(?:\d[\s.-]?){8,12}/;

/** The answer comes here in any case; an e-mail or a phone is an offer, never asked for. */
export const reach: Slot = {
  name: 'reach',
  ask: (_draft, { ports }) => ({
    text: ports.texts.say('form.reach'),
    choices: [
      { choice: 'none', title: ports.texts.say('form.reach-none') },
      { choice: 'email', title: ports.texts.say('form.reach-email') },
      { choice: 'phone', title: ports.texts.say('form.reach-phone') },
    ],
  }),
  read(draft, answer, { ports }) {
    if (answer.kind === 'choice') {
      if (answer.choice === 'none') return filled(draft, { reach: { kind: 'none' } });
      return filled(draft, { reach: { kind: answer.choice === 'email' ? 'email' : 'phone', value: '' } });
    }
    const found = readReach(answer.text);
    return found ? filled(draft, { reach: found }) : { kind: 'again', say: ports.texts.say('form.reach-wrong') };
  },
};

/** « Un e-mail » was chosen before it was written. */
export const reachValue: Slot = {
  name: 'reach-value',
  applies: ({ values }) => values.reach !== undefined && values.reach.kind !== 'none' && values.reach.value === '',
  ask: (draft, { ports }) => ({
    text: ports.texts.say(draft.values.reach?.kind === 'email' ? 'form.reach-which-email' : 'form.reach-which-phone'),
    choices: [{ choice: 'none', title: ports.texts.say('form.reach-none') }],
  }),
  read(draft, answer, { ports }) {
    if (answer.kind === 'choice') return filled(draft, { reach: { kind: 'none' } });
    const found = readReach(answer.text);
    return found ? filled(draft, { reach: found }) : { kind: 'again', say: ports.texts.say('form.reach-wrong') };
  },
};

function readReach(text: string): DraftValues['reach'] {
  const email = EMAIL.exec(text)?.[0];
  if (email) return { kind: 'email', value: email };
  const phone = PHONE.exec(text)?.[0];
  return phone ? { kind: 'phone', value: phone.trim() } : undefined;
}
