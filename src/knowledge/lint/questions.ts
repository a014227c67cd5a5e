import type { Rule } from './rule';

/** The same way of asking in two articles sends a person to one of them by chance. */
export const questions: Rule = (content) => {
  const first = new Map<string, string>();
  return content.articles.flatMap((article) =>
    article.questions.flatMap((question, index) => {
      const key = comparable(question);
      const other = first.get(key);
      first.set(key, other ?? article.id);
      if (other === undefined) return [];
      const message = `« ${question} » stands in ${other === article.id ? 'this article' : other} too`;
      return [
        { file: article.file, line: article.lineOf(['questions', index]), severity: 'error' as const, rule: 'same-question', message },
      ];
    }),
  );
};

function comparable(question: string): string {
  return question.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim();
}
