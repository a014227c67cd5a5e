import { type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
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

type Step = WaterfallStepContext<AnswerOptions>;

/** Shows an answer, asks whether it answers the question, and once what is missing. */
export class AnswerDialog extends WaterfallDialog<AnswerOptions> {
  static readonly id = 'answer';

  constructor() {
    super(AnswerDialog.id, [show, judge, conclude]);
  }
}

async function show(step: Step): Promise<DialogTurnResult> {
  const turn = turnOf(step.context);
  const articles = articlesOf(step);
  const [first] = articles;
  if (!first) return step.endDialog({ kind: 'topic-gone' } satisfies AnswerResult);
  const { again, more } = step.options;
  if (more) {
    sayMore(turn, articles, more);
    turn.answered = true;
  } else if (!again) {
    if (articles.length > 1) sayShortAnswers(turn, articles);
    else sayArticle(turn, first);
    turn.answered = true;
  }
  return askFeedback(step, articles, more !== 'details');
}

function sayMore(turn: Turn, articles: readonly Article[], more: 'details' | 'contacts'): void {
  if (more === 'details') sayDetails(turn, articles);
  else {
    const contacts = articles.flatMap((article) => article.contacts);
    sayContacts(turn, contacts, 'how');
  }
}

async function judge(step: Step): Promise<DialogTurnResult> {
  const turn = turnOf(step.context);
  const result = step.result as AskResult;
  switch (verdictOf(result)) {
    case 'yes':
      return step.endDialog({ kind: 'confirmed', rest: restOf(result) } satisfies AnswerResult);
    case 'no':
      return step.endDialog({ kind: 'refused', rest: restOf(result) } satisfies AnswerResult);
    case 'more':
      sayDetails(turn, articlesOf(step));
      turn.answered = true;
      return askFeedback(step, articlesOf(step), false);
    case 'partly':
      return ask(step, { kind: 'missing', text: turn.ports.texts.say('answer.whats-missing'), choices: [] });
    case 'undecided':
      turn.reply.say('answer.take-your-time');
      return askFeedback(step, articlesOf(step), false);
    case 'words':
      return step.endDialog({ kind: 'words' } satisfies AnswerResult);
  }
}

/** The second time nothing more is asked: what is no yes and no no is the next question, or leaves the attempt open. */
async function conclude(step: Step): Promise<DialogTurnResult> {
  const turn = turnOf(step.context);
  const result = step.result as AskResult;
  const verdict = verdictOf(result);
  if (verdict === 'yes') return step.endDialog({ kind: 'confirmed', rest: restOf(result) } satisfies AnswerResult);
  if (verdict === 'no') return step.endDialog({ kind: 'refused', rest: restOf(result) } satisfies AnswerResult);
  if (verdict === 'words') return step.endDialog({ kind: 'words' } satisfies AnswerResult);
  if (verdict === 'more') sayDetails(turn, articlesOf(step));
  else turn.reply.say('answer.take-your-time');
  return step.replaceDialog(AnswerDialog.id, { ...step.options, again: true });
}

function articlesOf(step: Step): Article[] {
  const { knowledge } = turnOf(step.context).ports;
  return step.options.topics.map((topic) => knowledge.article(topic)).filter((article) => article !== undefined);
}

function askFeedback(step: Step, articles: readonly Article[], withMore: boolean): Promise<DialogTurnResult> {
  const { texts } = turnOf(step.context).ports;
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
  return ask(step, { kind: 'feedback', text: texts.say(`answer.${key}`), choices });
}

function ask(step: Step, options: AskOptions): Promise<DialogTurnResult> {
  return step.beginDialog(AskDialog.id, options);
}

function verdictOf(result: AskResult): 'yes' | 'no' | 'more' | 'partly' | 'undecided' | 'words' {
  if (result.kind === 'verdict') return result.verdict.kind;
  if (result.kind === 'words') return 'words';
  return result.choice === 'yes' || result.choice === 'no' || result.choice === 'more' ? result.choice : 'words';
}

function restOf(result: AskResult): string {
  return result.kind === 'verdict' && 'rest' in result.verdict ? result.verdict.rest : '';
}
