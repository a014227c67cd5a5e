import type { Choice, Draft, SlotName } from '../conversation-state';
import type { Turn } from '../turn';
import { filled, type Slot } from './slot';

/** The parts of a message that can be changed, as they are read. */
const PARTS = ['motive', 'postcode', 'subject', 'message', 'name', 'reach'] as const satisfies readonly SlotName[];

export const summary: Slot = {
  name: 'summary',
  ask: (draft, turn) => ({ text: summaryText(draft, turn), choices: summaryChoices(draft, turn) }),
  read(draft, answer) {
    if (answer.kind === 'words') return { kind: 'again', say: '' };
    if (answer.choice === 'show') return filled({ ...draft, showConversation: true }, {});
    if (answer.choice === 'hide') return filled({ ...draft, showConversation: false }, {});
    if (answer.choice === 'drop-files') return filled(draft, {});
    return { kind: 'again', say: '' };
  },
};

/** The part that a « Modifier » button names, or undefined. */
export function partToChange(choice: string): SlotName | undefined {
  return PARTS.find((part) => choice === `change-${part}`);
}

function summaryText(draft: Draft, turn: Turn): string {
  const { texts } = turn.ports;
  const lines = PARTS.map((part) =>
    texts.say('form.summary-line', { part: texts.say(`form.part-${part}`), value: valueOf(part, draft, turn) }),
  );
  return [
    texts.say('form.summary'),
    lines.join('\n'),
    texts.say(draft.showConversation ? 'form.summary-conversation' : 'form.summary-no-conversation'),
    ...(turn.facts.files.length > 0 ? [texts.say('form.summary-files', { names: fileNames(turn) })] : []),
    ...(draft.urgent ? [texts.say('form.summary-urgent')] : []),
  ].join('\n\n');
}

function valueOf(part: (typeof PARTS)[number], { values }: Draft, { ports }: Turn): string {
  const { texts, tickets } = ports;
  switch (part) {
    case 'motive':
      return tickets.motives.find(({ id }) => id === values.motive)?.title ?? '';
    case 'postcode':
      return values.postcode || texts.say('form.place-unknown');
    case 'reach':
      return values.reach && values.reach.kind !== 'none' ? values.reach.value : texts.say('form.reach-here');
    case 'message':
      // One line of a list: what was typed on several is read as one.
      return (values.message ?? '').replace(/\s*\n\s*/g, ' ');
    case 'subject':
    case 'name':
      return values[part] ?? '';
  }
}

function fileNames({ facts }: Turn): string {
  return facts.files.map(({ name }) => name).join(', ');
}

function summaryChoices(draft: Draft, { ports, facts }: Turn): Choice[] {
  const { texts } = ports;
  return [
    { choice: 'send', title: texts.say('form.send') },
    ...PARTS.map((part) => ({
      choice: `change-${part}`,
      title: texts.say('form.change', { part: texts.say(`form.part-${part}`).toLowerCase() }),
    })),
    draft.showConversation
      ? { choice: 'hide', title: texts.say('form.hide-conversation') }
      : { choice: 'show', title: texts.say('form.show-conversation') },
    ...(facts.files.length > 0 ? [{ choice: 'drop-files', title: texts.say('form.drop-files') }] : []),
    { choice: 'cancel', title: texts.say('form.cancel') },
  ];
}
