import { Dialog, type DialogContext, type DialogReason, type DialogTurnResult } from 'botbuilder-dialogs';
import type { SearchOutcome } from '../src/search/outcome';
import { AnswerDialog, type AnswerResult } from './answer';
import {
  closeElsewhere,
  closeSatisfied,
  failAttempt,
  openAttempt,
  showTopics,
  wasShown,
  UNANSWERED_TURNS_LIMIT,
} from './attempts';
import { escalate } from './escalation';
import { followUpOf, searchWith } from './follow-up';
import type { PendingQuestion } from './conversation-state';
import { type FundQuestion, readFundQuestion } from './fund-question';
import { withText } from './incoming-message';
import { ProposeDialog, type ProposeOptions, type ProposeResult } from './propose';
import { TellFundDialog } from './tell-fund';
import { record, type Turn, turnOf } from './turn';

/** Where to begin; nothing given: with the message as a question. */
export interface TriageOptions {
  /** The stack was lost; ask again what was pending. */
  resume?: PendingQuestion;
  /** A question that was asked before this message. */
  question?: string;
  /** A subject that is known already. */
  topic?: string;
}

/** Counts attempts and decides: answer, propose, ask again, or offer to write to an advisor. The rule itself stands in
 *  attempts.ts; here is where the conversation goes next. */
export class TriageDialog extends Dialog<TriageOptions> {
  static readonly id = 'triage';

  constructor() {
    super(TriageDialog.id);
  }

  override async beginDialog(dc: DialogContext, options: TriageOptions = {}): Promise<DialogTurnResult> {
    if (options.resume) return resumePending(dc, options.resume);
    if (options.topic) return showChosen(dc, options.topic);
    return answerQuestion(dc, options.question ?? turnOf(dc.context).message.text);
  }

  override async resumeDialog(
    dc: DialogContext,
    _reason: DialogReason,
    result: AnswerResult | ProposeResult,
  ): Promise<DialogTurnResult> {
    switch (result.kind) {
      case 'confirmed':
        return confirmed(dc, result.rest);
      case 'refused':
        return refused(dc, result.rest);
      case 'topic':
        return showChosen(dc, result.topic);
      case 'none-of-these':
        return failed(dc);
      case 'topic-gone':
        turnOf(dc.context).reply.say('triage.topic-gone');
        return dc.endDialog();
      case 'words':
        return answerQuestion(dc, turnOf(dc.context).message.text);
    }
  }
}

/** Searches, and shows what was found. */
async function answerQuestion(dc: DialogContext, question: string): Promise<DialogTurnResult> {
  const turn = turnOf(dc.context);
  const aboutFund = readFundQuestion(turn, question);
  if (aboutFund) return tellFund(dc, question, aboutFund);
  const followUp = followUpOf(turn);
  if (followUp && followUp !== 'beside') return showMore(dc, followUp);
  const outcome = searchWith(turn, question, followUp);
  if (outcome === 'more') return showMore(dc, 'details');
  if (outcome.kind === 'several') {
    turn.facts = openAttempt(turn.facts, question);
    recordSearch(turn, 'several', outcome.outcomes[0]);
    return showAnswer(dc, outcome.outcomes.map(({ topics }) => topics[0]?.id ?? '').slice(0, 2));
  }
  recordSearch(turn, outcome.kind, outcome);
  const topics = outcome.topics.map(({ id }) => id);
  if (outcome.kind === 'none') return notFound(dc, question, outcome);
  const [best = ''] = topics;
  if (outcome.kind !== 'unsure' && wasShown(turn.facts, best)) return insteadOf(dc, question, topics);
  turn.facts = openAttempt(turn.facts, question);
  if (outcome.kind !== 'unsure') return showAnswer(dc, [best], topics.slice(1));
  const fresh = topics.filter((topic) => !turn.facts.refused.includes(topic));
  return fresh.length > 0 ? propose(dc, { topics: fresh, why: 'doubt' }) : nothingFound(dc);
}

/** Looked up, not searched for: the place or the code decides, and the same article may be shown for another one. */
async function tellFund(dc: DialogContext, question: string, asked: FundQuestion): Promise<DialogTurnResult> {
  const turn = turnOf(dc.context);
  record(turn, 'question-asked', { decision: 'found', topics: [asked.topic], confidence: 1 });
  turn.facts = showTopics(openAttempt(turn.facts, question), [asked.topic], []);
  return dc.beginDialog(TellFundDialog.id, asked);
}

/** More of the answer on the screen: the same attempt, no new one. */
async function showMore(dc: DialogContext, more: 'details' | 'contacts'): Promise<DialogTurnResult> {
  const { facts } = turnOf(dc.context);
  return dc.beginDialog(AnswerDialog.id, { topics: [...(facts.attempt?.shown ?? [])], more });
}

/** An article just refused, or shown for the last question and not confirmed, is not shown again as the answer: that
 *  earlier attempt has failed, and what comes next to it is offered instead. */
async function insteadOf(dc: DialogContext, question: string, topics: string[]): Promise<DialogTurnResult> {
  const turn = turnOf(dc.context);
  if (turn.facts.attempt) countFailure(turn);
  if (turn.facts.failures.length >= turn.ports.escalationAttempts) return offerAdvisor(dc);
  turn.facts = openAttempt(turn.facts, question);
  const others = topics.filter((topic) => !wasShown(turn.facts, topic));
  return others.length > 0 ? propose(dc, { topics: others, why: 'instead' }) : nothingFound(dc);
}

async function showAnswer(dc: DialogContext, topics: string[], close: string[] = []): Promise<DialogTurnResult> {
  const turn = turnOf(dc.context);
  turn.facts = showTopics(turn.facts, topics, close.length > 0 ? close : (turn.facts.attempt?.close ?? []));
  return dc.beginDialog(AnswerDialog.id, { topics });
}

/** A title was chosen: the answer to the question at hand, or, after a « Oui » or a « Non », the next question. */
async function showChosen(dc: DialogContext, topic: string): Promise<DialogTurnResult> {
  const turn = turnOf(dc.context);
  const title = turn.ports.knowledge.article(topic)?.title ?? topic;
  if (!turn.facts.attempt) turn.facts = openAttempt(turn.facts, title);
  return showAnswer(dc, [topic]);
}

async function propose(dc: DialogContext, options: ProposeOptions): Promise<DialogTurnResult> {
  const turn = turnOf(dc.context);
  if (options.why === 'doubt' || options.why === 'instead') turn.facts = showTopics(turn.facts, [], options.topics);
  return dc.beginDialog(ProposeDialog.id, options);
}

async function notFound(
  dc: DialogContext,
  question: string,
  outcome: Extract<SearchOutcome, { kind: 'none' }>,
): Promise<DialogTurnResult> {
  const turn = turnOf(dc.context);
  if (outcome.reason === 'unknown') {
    turn.facts = openAttempt(turn.facts, question);
    return nothingFound(dc);
  }
  turn.reply.say(outcome.reason === 'off-topic' ? 'triage.off-topic' : 'input.no-words');
  return dc.endDialog();
}

async function nothingFound(dc: DialogContext): Promise<DialogTurnResult> {
  const { reply } = turnOf(dc.context);
  reply.say('triage.none');
  return failed(dc, { withExamples: true });
}

/** « Oui »: what was asked beside it comes next; else related subjects, but none beside a sober one. */
async function confirmed(dc: DialogContext, rest: string): Promise<DialogTurnResult> {
  const turn = turnOf(dc.context);
  const topics = turn.facts.attempt?.shown ?? [];
  const article = turn.ports.knowledge.article(topics[0] ?? '');
  turn.answered = true;
  record(turn, 'answer-confirmed', { topics });
  turn.facts = article?.kind === 'elsewhere' ? closeElsewhere(turn.facts) : closeSatisfied(turn.facts);
  if (rest) return nextQuestion(dc, rest);
  if (article?.kind === 'elsewhere') turn.reply.say('answer.confirmed-elsewhere');
  else if (article?.tone === 'sober') turn.reply.say('answer.confirmed-sober');
  else if (article?.related.length) return propose(dc, { topics: article.related, why: 'related' });
  else turn.reply.say('answer.confirmed');
  return dc.endDialog();
}

async function refused(dc: DialogContext, rest: string): Promise<DialogTurnResult> {
  const turn = turnOf(dc.context);
  if (!rest) return failed(dc);
  countFailure(turn);
  if (turn.facts.failures.length >= turn.ports.escalationAttempts) return offerAdvisor(dc);
  return nextQuestion(dc, rest);
}

/** What followed a « oui » or a « non » in the same message. */
async function nextQuestion(dc: DialogContext, text: string): Promise<DialogTurnResult> {
  const turn = turnOf(dc.context);
  turn.message = withText(turn.message, text);
  return answerQuestion(dc, text);
}

/** The attempt has failed: the advisor after the last one, before that the count, and close subjects where there are. */
async function failed(dc: DialogContext, { withExamples = false } = {}): Promise<DialogTurnResult> {
  const turn = turnOf(dc.context);
  const close = closeSubjects(turn);
  countFailure(turn);
  const { failures, refused } = turn.facts;
  const limit = turn.ports.escalationAttempts;
  const count = failures.length;
  if (count >= limit) return offerAdvisor(dc);
  if (turn.facts.unansweredTurns + 1 >= UNANSWERED_TURNS_LIMIT) return offerAdvisor(dc, 'escalation.way-out');
  turn.reply.say(count === limit - 1 ? 'triage.last-chance' : 'triage.more-chances', { count, limit });
  const topics = close.filter((topic) => !refused.includes(topic));
  if (topics.length > 0) return propose(dc, { topics, why: 'close' });
  turn.reply.say(withExamples ? 'triage.examples' : 'triage.ask-otherwise');
  return dc.endDialog();
}

/** What both the words and the editors call close comes first. A sober subject is no neighbour of a lost card. */
function closeSubjects({ facts, ports: { knowledge } }: Turn): string[] {
  const { shown = [], close = [] } = facts.attempt ?? {};
  // After « Aucune de ces propositions » the titles just refused are no close subjects.
  if (shown.length === 0) return [];
  const article = knowledge.article(shown[0] ?? '');
  const isSober = article?.tone === 'sober';
  const related = isSober ? [] : (article?.related ?? []);
  const near = isSober ? close : close.filter((topic) => knowledge.article(topic)?.tone !== 'sober');
  return [...new Set([...near.filter((topic) => related.includes(topic)), ...near, ...related])];
}

function countFailure(turn: Turn): void {
  const topics = turn.facts.attempt?.shown ?? [];
  turn.facts = failAttempt(turn.facts, turn.at);
  record(turn, 'attempt-failed', { count: turn.facts.failures.length, topics });
}

async function offerAdvisor(
  dc: DialogContext,
  why: 'escalation.offer' | 'escalation.way-out' = 'escalation.offer',
): Promise<DialogTurnResult> {
  escalate(turnOf(dc.context), why);
  return dc.endDialog();
}

/** Asks again what was pending when the stack was lost; the answer itself stands on the screen. */
async function resumePending(dc: DialogContext, pending: PendingQuestion): Promise<DialogTurnResult> {
  const turn = turnOf(dc.context);
  const shown = [...(turn.facts.attempt?.shown ?? [])];
  if ((pending.kind === 'feedback' || pending.kind === 'missing') && shown.length > 0) {
    return dc.beginDialog(AnswerDialog.id, { topics: shown, again: true });
  }
  const topics = pending.choices.flatMap(({ topic }) => topic ?? []);
  if (topics.length > 0) return dc.beginDialog(ProposeDialog.id, { topics, why: 'doubt' });
  return dc.endDialog();
}

function recordSearch(turn: Turn, decision: string, outcome: SearchOutcome | undefined): void {
  const topics = outcome?.topics.map(({ id }) => id) ?? [];
  record(turn, 'question-asked', { decision, topics, confidence: outcome?.confidence ?? 0 });
}
