import type { Choice, Draft } from '../conversation-state';
import { EXAMPLE_POSTCODE, readPostcode } from '../postcode';
import { sayContacts } from '../recommend-contact';
import type { Turn } from '../turn';
import { filled, type Slot, type SlotReading } from './slot';

/** More communes than this are typed, not chosen. */
const COMMUNES_SHOWN = 12;

export const postcode: Slot = {
  name: 'postcode',
  ask: (_draft, { ports }) => ({
    text: ports.texts.say('form.postcode'),
    choices: [{ choice: 'no-postcode', title: ports.texts.say('form.postcode-none') }],
  }),
  read(draft, answer, turn) {
    if (answer.kind === 'choice') return withFund(draft, turn, { postcode: '', communes: [] }, null);
    const found = readPostcode(answer.text);
    if (!found)
      return { kind: 'again', say: turn.ports.texts.say('form.postcode-wrong', { example: EXAMPLE_POSTCODE }) };
    const fund = turn.ports.funds.ofPostcode(found);
    if (fund.kind === 'ask-commune') return filled(draft, { postcode: found, communes: fund.communes, fund: null });
    return withFund(draft, turn, { postcode: found, communes: [] }, fund.kind === 'fund' ? fund.code : null);
  },
};

export const commune: Slot = {
  name: 'commune',
  applies: ({ values }) => (values.communes?.length ?? 0) > 0,
  ask: (draft, { ports }) => ({ text: ports.texts.say('form.commune'), choices: communeChoices(draft, ports.texts) }),
  read(draft, answer, turn) {
    const { postcode: code = '', communes = [] } = draft.values;
    if (answer.kind === 'choice' && answer.choice === 'commune-none') return withFund(draft, turn, {}, null);
    const name = answer.kind === 'choice' ? communes[Number(answer.choice.replace('commune-', ''))] : answer.text;
    const fund = turn.ports.funds.ofPostcode(code, name);
    if (fund.kind === 'fund') return withFund(draft, turn, {}, fund.code);
    if (fund.kind === 'unknown') return withFund(draft, turn, {}, null);
    return { kind: 'again', say: turn.ports.texts.say('form.commune-wrong') };
  },
};

function communeChoices({ values }: Draft, texts: Turn['ports']['texts']): Choice[] {
  const communes = (values.communes ?? []).map((title, index) => ({ choice: `commune-${index}`, title }));
  const shown = communes.length <= COMMUNES_SHOWN ? communes : [];
  return [...shown, { choice: 'commune-none', title: texts.say('form.commune-none') }];
}

/** A person of another fund gets that fund's address and contacts, and no message that would reach nobody. */
function withFund(draft: Draft, turn: Turn, values: Draft['values'], code: string | null): SlotReading {
  const { texts, funds } = turn.ports;
  if (funds.isServed(code)) return filled(draft, { ...values, fund: code });
  const fund = code === null ? undefined : funds.fund(code);
  turn.reply.say('form.other-fund', { fund: fund?.name ?? texts.say('form.place-unknown') });
  if (fund) turn.reply.say('fund.address', { address: fund.address, year: fund.addressYear });
  const place = values.postcode ?? draft.values.postcode ?? '';
  turn.facts = { ...turn.facts, place: { postcode: place, territory: funds.territoryOf(place), fund: code } };
  sayContacts(turn, [], 'how');
  return { kind: 'ended', keepDraft: false };
}
