import { Dialog, type DialogContext, type DialogReason, type DialogTurnResult } from 'botbuilder-dialogs';
import type { Article } from '../src/knowledge/article';
import { AskDialog, type AskOptions, type AskResult } from './ask';
import type { Choice } from './conversation-state';
import { sayContacts } from './recommend-contact';
import { sayArticle, sayDetails, sayShortAnswers } from './say-article';
import { type Turn, turnOf } from './turn';

export interface AnswerOptions {
  /** One topic, or the two that one message asked about. */
  topics: string[];
  /** Only the question is asked again: the answer stands on the screen already. */
  again?: boolean;
  /** In place of the answer, which stands on the screen already: the rest of it, or how to reach whom about it. */
  more?: 'details' | 'contacts';
}

/** How the answer was taken; `rest` is what was asked beside it. */
export type AnswerResult = { kind: 'confirmed' | 'refused'; rest: string } | { kind: 'words' } | { kind: 'topic-gone' };

/** What the stack keeps of it. */
interface AnswerState extends AnswerOptions {
  /** What it asked last was its second question: nothing more is asked after that. */
  askedTwice: boolean;
}

/** Shows an answer, asks whether it answers the question, and once what is missing. */
export class AnswerDialog extends Dialog<AnswerOptions> {
  static readonly id = 'answer';

  constructor() {
    super(AnswerDialog.id);
  }

  override async beginDialog(dc: DialogContext, options: AnswerOptions): Promise<DialogTurnResult> {
    keep(dc, { ...options, askedTwice: false });
    return show(dc, options);
  }

  override async resumeDialog(dc: DialogContext, _reason: DialogReason, result: AskResult): Promise<DialogTurnResult> {
    const state = dc.activeDialog?.state as AnswerState;
    if (state.askedTwice) return conclude(dc, state, result);
    keep(dc, { ...state, askedTwice: true });
    return judge(dc, state, result);
  }
}

function keep(dc: DialogContext, state: AnswerState): void {
  if (dc.activeDialog) dc.activeDialog.state = state;
}

async function show(dc: DialogContext, { topics, again, more }: AnswerOptions): Promise<DialogTurnResult> {
  const turn = turnOf(dc.context);
  const articles = articlesOf(turn, topics);
  const [first] = articles;
  if (!first) return dc.endDialog({ kind: 'topic-gone' } satisfies AnswerResult);
  if (!again) {
    if (more) sayMore(turn, articles, more);
    else if (articles.length > 1) sayShortAnswers(turn, articles);
    else sayArticle(turn, first);
    turn.answered = true;
  }
  return askFeedback(dc, articles, more !== 'details');
}

function sayMore(turn: Turn, articles: readonly Article[], more: 'details' | 'contacts'): void {
  if (more === 'details') sayDetails(turn, articles);
  else {
    const contacts = articles.flatMap((article) => article.contacts);
    sayContacts(turn, contacts, 'how');
  }
}

async function judge(dc: DialogContext, { topics }: AnswerState, result: AskResult): Promise<DialogTurnResult> {
  const turn = turnOf(dc.context);
  switch (verdictOf(result)) {
    case 'yes':
      return dc.endDialog({ kind: 'confirmed', rest: restOf(result) } satisfies AnswerResult);
    case 'no':
      return dc.endDialog({ kind: 'refused', rest: restOf(result) } satisfies AnswerResult);
    case 'more':
      sayDetails(turn, articlesOf(turn, topics));
      turn.answered = true;
      return askFeedback(dc, articlesOf(turn, topics), false);
    case 'partly':
      return ask(dc, { kind: 'missing', text: turn.ports.texts.say('answer.whats-missing'), choices: [] });
    case 'undecided':
      turn.reply.say('answer.take-your-time');
      return askFeedback(dc, articlesOf(turn, topics), false);
    case 'words':
      return dc.endDialog({ kind: 'words' } satisfies AnswerResult);
  }
}

/** The second time nothing more is asked: what is no yes and no no is the next question, or leaves the attempt open. */
async function conclude(
  dc: DialogContext,
  { topics, more }: AnswerState,
  result: AskResult,
): Promise<DialogTurnResult> {
  const turn = turnOf(dc.context);
  const verdict = verdictOf(result);
  if (verdict === 'yes') return dc.endDialog({ kind: 'confirmed', rest: restOf(result) } satisfies AnswerResult);
  if (verdict === 'no') return dc.endDialog({ kind: 'refused', rest: restOf(result) } satisfies AnswerResult);
  if (verdict === 'words') return dc.endDialog({ kind: 'words' } satisfies AnswerResult);
  if (verdict === 'more') sayDetails(turn, articlesOf(turn, topics));
  else turn.reply.say('answer.take-your-time');
  return dc.replaceDialog(AnswerDialog.id, { topics, more, again: true } satisfies AnswerOptions);
}

function articlesOf({ ports: { knowledge } }: Turn, topics: readonly string[]): Article[] {
  return topics.map((topic) => knowledge.article(topic)).filter((article) => article !== undefined);
}

function askFeedback(dc: DialogContext, articles: readonly Article[], withMore: boolean): Promise<DialogTurnResult> {
  const { texts } = turnOf(dc.context).ports;
  const elsewhere = articles.length === 1 && articles[0]?.kind === 'elsewhere';
  const key = elsewhere ? 'feedback-elsewhere' : articles.length > 1 ? 'feedback-several' : 'feedback';
  const hasMore = articles.some(({ sections }) =>
    sections.some(({ name }) => name === 'À préparer' || name === 'À savoir'),
  );
  const choices: Choice[] = [
    { choice: 'yes', title: texts.say('answer.yes') },
    { choice: 'no', title: texts.say('answer.no') },
    ...(withMore && hasMore ? [{ choice: 'more', title: texts.say('answer.more') }] : []),
  ];
  return ask(dc, { kind: 'feedback', text: texts.say(`answer.${key}`), choices });
}

function ask(dc: DialogContext, options: AskOptions): Promise<DialogTurnResult> {
  return dc.beginDialog(AskDialog.id, options);
}

function verdictOf(result: AskResult): 'yes' | 'no' | 'more' | 'partly' | 'undecided' | 'words' {
  if (result.kind === 'verdict') return result.verdict.kind;
  if (result.kind === 'words') return 'words';
  return result.choice === 'yes' || result.choice === 'no' || result.choice === 'more' ? result.choice : 'words';
}

function restOf(result: AskResult): string {
  return result.kind === 'verdict' && 'rest' in result.verdict ? result.verdict.rest : '';
}
