import { Dialog, type DialogContext, type DialogReason, type DialogTurnResult } from 'botbuilder-dialogs';
import type { AnswerResult } from '../answer';
import { AnswerDialog } from '../answer';
import { AskDialog, type AskResult } from '../ask';
import type { Choice, Draft, SlotName } from '../conversation-state';
import { consistsOf } from '../phrases';
import { record, type Turn, turnOf } from '../turn';
import { sayReceipt } from './receipt';
import type { SlotAnswer } from './slot';
import { partToChange } from './slot-summary';
import { nextSlot, previousSlot, slotNamed } from './slots';

export interface WriteToAdvisorOptions {
  motive?: string;
  urgent?: boolean;
  /** The stack was lost: the question is asked again without any introduction. */
  quiet?: boolean;
}

/** The guided message: asks slot by slot, understands « retour », « aide », « annuler » and a question in the middle, and
 *  sends once. The draft lives in the facts, so that it survives all of them. */
export class WriteToAdvisorDialog extends Dialog<WriteToAdvisorOptions> {
  static readonly id = 'write-to-advisor';

  constructor() {
    super(WriteToAdvisorDialog.id);
  }

  override async beginDialog(dc: DialogContext, options: WriteToAdvisorOptions = {}): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const kept = turn.facts.draft;
    if (!options.quiet) {
      turn.reply.say(kept ? 'form.resumed' : 'form.intro');
      record(turn, 'advisor-wanted');
    }
    turn.wayOutShown = true;
    const draft = kept ?? newDraft(turn, options);
    return askSlot(dc, { ...draft, open: true });
  }

  override async resumeDialog(
    dc: DialogContext,
    _reason: DialogReason,
    result: AskResult | AnswerResult,
  ): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    turn.wayOutShown = true;
    const { draft } = turn.facts;
    if (!draft) return dc.endDialog();
    if (!isAnswer(result)) return backFromQuestion(dc, draft);
    if (result.kind === 'choice') return chosen(dc, draft, result.choice);
    return typed(dc, draft);
  }
}

function newDraft(turn: Turn, { motive, urgent = false }: WriteToAdvisorOptions): Draft {
  const { failures, attempt } = turn.facts;
  const latest = failures.at(-1) ?? (attempt && { question: attempt.question, topics: attempt.shown });
  const several = new Set(failures.map(({ question }) => question)).size > 1;
  const draft: Draft = {
    open: true,
    slot: several ? 'about' : motive ? 'postcode' : 'motive',
    changing: false,
    urgent,
    showConversation: true,
    failures,
    values: {
      ...(latest && !several && { question: latest.question, topics: latest.topics }),
      ...(motive && { motive }),
    },
  };
  return draft;
}

async function chosen(dc: DialogContext, draft: Draft, choice: string): Promise<DialogTurnResult> {
  const turn = turnOf(dc.context);
  if (draft.slot === 'summary') {
    if (choice === 'send') return send(dc, draft);
    if (choice === 'cancel') return putAside(dc);
    if (choice === 'drop-files') turn.facts = { ...turn.facts, files: [] };
    const part = partToChange(choice);
    if (part) return askSlot(dc, { ...draft, slot: part, changing: true });
  }
  return read(dc, turn.facts.draft ?? draft, { kind: 'choice', choice });
}

async function typed(dc: DialogContext, draft: Draft): Promise<DialogTurnResult> {
  const turn = turnOf(dc.context);
  const { message, ports } = turn;
  const is = (phrases: readonly string[]) => consistsOf(message.words, [phrases], [ports.words.fillers]);
  if (is(ports.words.cancel)) return putAside(dc);
  if (is(ports.words.back)) return goBack(dc, draft);
  if (is(ports.words.help)) {
    turn.reply.say('form.help');
    return askSlot(dc, draft);
  }
  const topic = questionInTheMiddle(turn, draft);
  if (topic) return dc.beginDialog(AnswerDialog.id, { topics: [topic] });
  return read(dc, draft, { kind: 'words', text: message.text });
}

async function read(dc: DialogContext, draft: Draft, answer: SlotAnswer): Promise<DialogTurnResult> {
  const turn = turnOf(dc.context);
  const reading = slotNamed(draft.slot).read(draft, answer, turn);
  switch (reading.kind) {
    case 'filled': {
      const filledDraft = reading.draft;
      const slot = nextSlot(filledDraft, turn);
      return askSlot(dc, { ...filledDraft, slot, changing: filledDraft.changing && slot !== 'summary' });
    }
    case 'again':
      return askSlot(dc, turn.facts.draft ?? draft, reading);
    case 'ended':
      if (reading.keepDraft) leaveAside(turn);
      else turn.facts = { ...turn.facts, draft: null };
      return dc.endDialog();
  }
}

async function askSlot(
  dc: DialogContext,
  draft: Draft,
  again?: { say: string; choices?: Choice[] },
): Promise<DialogTurnResult> {
  const turn = turnOf(dc.context);
  turn.facts = { ...turn.facts, draft };
  const question = slotNamed(draft.slot).ask(draft, turn);
  const text = again?.say ? again.say : question.text;
  return dc.beginDialog(AskDialog.id, { kind: 'slot', text, choices: again?.choices ?? question.choices });
}

async function goBack(dc: DialogContext, draft: Draft): Promise<DialogTurnResult> {
  const turn = turnOf(dc.context);
  const slot: SlotName | undefined = draft.changing ? 'summary' : previousSlot(draft, turn);
  if (!slot) turn.reply.say('form.first-step');
  return askSlot(dc, { ...draft, slot: slot ?? draft.slot, changing: false });
}

async function putAside(dc: DialogContext): Promise<DialogTurnResult> {
  const turn = turnOf(dc.context);
  turn.reply.say('form.cancelled');
  leaveAside(turn);
  return dc.endDialog();
}

function leaveAside(turn: Turn): void {
  const { draft } = turn.facts;
  turn.facts = { ...turn.facts, draft: draft && { ...draft, open: false } };
  turn.reply.offerMenu('resume-draft');
  turn.reply.offerMenu('drop-draft');
}

/** A question is answered where what is asked for could not be one: everywhere but in the subject and the message. */
function questionInTheMiddle({ message, ports }: Turn, { slot }: Draft): string | undefined {
  if (slot === 'subject' || slot === 'message' || slot === 'about') return undefined;
  if (slot !== 'summary' && !message.text.includes('?')) return undefined;
  const outcome = ports.search.searchMessage(message.text);
  return outcome.kind === 'found' || outcome.kind === 'elsewhere' ? outcome.topics[0]?.id : undefined;
}

/** Whatever was said of that answer, the form goes on where it was. */
async function backFromQuestion(dc: DialogContext, draft: Draft): Promise<DialogTurnResult> {
  const turn = turnOf(dc.context);
  turn.reply.say('form.back-to-form');
  return askSlot(dc, draft);
}

/** Once: the draft is gone with it, and an old « Envoyer » is an old button. */
async function send(dc: DialogContext, draft: Draft): Promise<DialogTurnResult> {
  const turn = turnOf(dc.context);
  const { values, urgent, showConversation, failures } = draft;
  const issued = turn.ports.tickets.issue({
    motive: values.motive ?? 'autre',
    fund: values.fund ?? null,
    urgent,
    at: turn.at,
    attachments: turn.facts.files.map(({ id }) => id),
    territory: values.postcode ? turn.ports.funds.territoryOf(values.postcode) : 'metropole',
    request: {
      subject: values.subject ?? '',
      message: values.message ?? '',
      name: values.name ?? '',
      postcode: values.postcode ?? '',
      reach: values.reach ?? { kind: 'none' },
      failures: failures.map(({ question, topics }) => ({ question, topics })),
      showConversation,
    },
  });
  turn.tickets.push(issued.ticket);
  turn.facts = {
    ...turn.facts,
    draft: null,
    attempt: null,
    failures: [],
    refused: [],
    escalatedAt: null,
    humanRequests: 0,
    files: [],
  };
  turn.answered = true;
  sayReceipt(turn, issued);
  record(turn, 'ticket-sent', { motive: issued.ticket.motive, urgent, showConversation });
  return dc.endDialog();
}

function isAnswer(result: AskResult | AnswerResult): result is AskResult {
  return result.kind === 'choice' || result.kind === 'verdict' || result.kind === 'words';
}
