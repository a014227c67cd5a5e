import type { Article } from '../src/knowledge/article';
import { frenchDate } from '../src/knowledge/render';
import { sayBestContact } from './recommend-contact';
import { record, type Turn } from './turn';

/** The answer: its title, the short answer, the steps, the best contact, the source and the review date. */
export function sayArticle(turn: Turn, article: Article): void {
  sayShort(turn, article);
  const steps = turn.ports.knowledge.say(article, 'Étapes', turn.day);
  if (steps) turn.reply.add(steps);
  sayBestContact(turn, article.contacts);
  saySource(turn, article);
  turn.reply.mayBeJudged = article.tone !== 'sober';
  record(turn, 'answer-shown', { topics: [article.id], details: false });
}

/** Two questions in one message: the short answer to each. */
export function sayShortAnswers(turn: Turn, articles: readonly Article[]): void {
  turn.reply.say('answer.several');
  for (const article of articles) {
    sayShort(turn, article);
    saySource(turn, article);
  }
  record(turn, 'answer-shown', { topics: articles.map(({ id }) => id), details: false });
}

/** « En savoir plus »: what to have at hand, and the rest. */
export function sayDetails(turn: Turn, articles: readonly Article[]): void {
  const { knowledge } = turn.ports;
  for (const article of articles) {
    const prepare = knowledge.say(article, 'À préparer', turn.day);
    if (prepare) {
      turn.reply.say('answer.prepare');
      turn.reply.add(prepare);
    }
    const details = knowledge.say(article, 'À savoir', turn.day);
    if (details) {
      turn.reply.say('answer.details');
      turn.reply.add(details);
    }
  }
  record(turn, 'answer-shown', { topics: articles.map(({ id }) => id), details: true });
}

function sayShort(turn: Turn, article: Article): void {
  turn.reply.add(`**${article.title}**`);
  turn.reply.add(turn.ports.knowledge.say(article, 'En bref', turn.day) ?? '');
}

function saySource(turn: Turn, article: Article): void {
  const reviewed = frenchDate(article.reviewed);
  const [first, ...others] = article.sources;
  if (!first) return;
  if (others.length > 0) {
    const publishers = [...new Set(article.sources.map(({ publisher }) => publisher))].join(', ');
    turn.reply.say('answer.sources', { publishers, reviewed });
  } else {
    turn.reply.say('answer.source', {
      publisher: first.publisher,
      title: first.title,
      seen: frenchDate(first.seen),
      reviewed,
    });
  }
}
