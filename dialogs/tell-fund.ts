import { Dialog, type DialogContext, type DialogReason, type DialogTurnResult } from 'botbuilder-dialogs';
import type { Commune } from '../src/contacts/communes';
import { AnswerDialog } from './answer';
import { AskDialog, type AskResult } from './ask';
import type { Choice } from './conversation-state';
import type { FundQuestion } from './fund-question';
import { record, type Turn, turnOf } from './turn';

/** Communes of one name that are shown; the others are found by their postcode. */
const COMMUNES_SHOWN = 5;

/** The fund of a place or of a code, said with its address; where several places may be meant, which one is asked first. Ends
 *  like an answer: with whether it helped. */
export class TellFundDialog extends Dialog<FundQuestion> {
  static readonly id = 'tell-fund';

  constructor() {
    super(TellFundDialog.id);
  }

  override async beginDialog(dc: DialogContext, question?: FundQuestion): Promise<DialogTurnResult> {
    if (!question) throw new Error('tell-fund begins with a question');
    if (dc.activeDialog) dc.activeDialog.state = question;
    const turn = turnOf(dc.context);
    if (question.kind === 'code') return tell(dc, question.topic, codeLines(turn, question.typed, question.code));
    if (question.kind === 'commune') return oneCommune(dc, question.topic, question.communes);
    const { postcode } = question;
    const found = turn.ports.funds.ofPostcode(postcode);
    if (found.kind === 'ask-commune')
      return whichCommune(
        dc,
        found.communes.map((title, index) => ({ choice: `${index}`, title })),
      );
    const place = turn.ports.texts.say('fund.postcode', { postcode });
    return tell(dc, question.topic, placeLines(turn, place, found.kind === 'fund' ? found.code : undefined, postcode));
  }

  override async resumeDialog(dc: DialogContext, _reason: DialogReason, result: AskResult): Promise<DialogTurnResult> {
    const question = dc.activeDialog?.state as FundQuestion;
    if (result.kind !== 'choice') return dc.endDialog({ kind: 'words' });
    if (result.choice === 'none') return dc.replaceDialog(AnswerDialog.id, { topics: [question.topic] });
    const at = Number(result.choice);
    if (question.kind === 'commune') return oneCommune(dc, question.topic, question.communes.slice(at, at + 1));
    if (question.kind === 'code') return dc.endDialog({ kind: 'words' });
    const turn = turnOf(dc.context);
    const asked = turn.ports.funds.ofPostcode(question.postcode);
    const name = asked.kind === 'ask-commune' ? (asked.communes[at] ?? '') : '';
    const found = turn.ports.funds.ofPostcode(question.postcode, name);
    return tell(dc, question.topic, placeLines(turn, name, found.kind === 'fund' ? found.code : undefined));
  }
}

/** Several communes of that name that have the same fund are one answer. */
async function oneCommune(dc: DialogContext, topic: string, communes: readonly Commune[]): Promise<DialogTurnResult> {
  const turn = turnOf(dc.context);
  const { funds, texts } = turn.ports;
  const [first] = communes;
  if (!first) return dc.endDialog({ kind: 'words' });
  const bodies = new Set(communes.map((commune) => funds.ofCommune(commune) ?? commune.department));
  if (bodies.size === 1)
    return tell(dc, topic, placeLines(turn, first.name, funds.ofCommune(first), first.postcodes[0]));
  const choices = communes.slice(0, COMMUNES_SHOWN).map(({ name, department }, index) => ({
    choice: `${index}`,
    title: texts.say('fund.commune', { name, department }),
  }));
  return whichCommune(dc, choices);
}

function whichCommune(dc: DialogContext, choices: readonly Choice[]): Promise<DialogTurnResult> {
  const { texts } = turnOf(dc.context).ports;
  const none = { choice: 'none', title: texts.say('fund.none-of-these') };
  return dc.beginDialog(AskDialog.id, { kind: 'commune', text: texts.say('fund.which'), choices: [...choices, none] });
}

/** What is known is the answer; what is not leaves the article, which tells where to look. */
async function tell(dc: DialogContext, topic: string, { lines, known }: Told): Promise<DialogTurnResult> {
  const turn = turnOf(dc.context);
  lines.forEach((line) => turn.reply.add(line));
  if (!known) return dc.replaceDialog(AnswerDialog.id, { topics: [topic] });
  turn.answered = true;
  record(turn, 'answer-shown', { topics: [topic], details: false });
  return dc.replaceDialog(AnswerDialog.id, { topics: [topic], again: true });
}

interface Told {
  lines: string[];
  known: boolean;
}

function placeLines(turn: Turn, place: string, code: string | undefined, postcode = ''): Told {
  const { texts, funds } = turn.ports;
  const fund = code === undefined ? undefined : funds.fund(code);
  if (code !== undefined && fund) {
    const lines = [
      texts.say('fund.of-place', { place, fund: fund.name, code }),
      addressLine(turn, fund),
      texts.say('fund.check'),
    ];
    return { lines, known: true };
  }
  const body = funds.otherBody(postcode);
  if (body) return { lines: [texts.say('fund.other-body', { place, body })], known: true };
  return { lines: [texts.say('fund.unknown', { place })], known: false };
}

function codeLines(turn: Turn, typed: string, code: string): Told {
  const { texts, funds } = turn.ports;
  const fund = funds.fund(code);
  const own = typed.replace(/\D/g, '').length > 3 ? typed.replace(/\D/g, '').slice(2, 5) : typed;
  if (!fund) return { lines: [texts.say('fund.unknown', { place: typed })], known: false };
  const line =
    own === code
      ? texts.say('fund.of-code', { code, fund: fund.name })
      : texts.say('fund.of-closed-code', { old: own, code, fund: fund.name });
  return { lines: [line, addressLine(turn, fund), texts.say('fund.check')], known: true };
}

function addressLine({ ports }: Turn, { address, addressYear }: { address: string; addressYear: string }): string {
  return ports.texts.say('fund.address', { address, year: addressYear });
}
