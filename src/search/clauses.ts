/** The parts of a message that may each be a question of its own. */

const END_OF_SENTENCE = /[.?!;\n]+/;
/** Where one request ends and the next begins inside a sentence. */
const BORDER = /,\s|\s(?:et|puis|sinon|aussi|ensuite|par ailleurs|d['’]autre part)\s/i;
/** Shorter clauses are greetings, thanks and remains of enumerations. */
const SHORTEST_CLAUSE = 8;

export function sentencesOf(text: string): readonly string[] {
  return partsBetween(END_OF_SENTENCE, text).filter((part) => part !== '');
}

/** What commas, « et », « puis » or « sinon » part. */
export function clausesOf(sentence: string): readonly string[] {
  return partsBetween(BORDER, sentence).filter((part) => part.length >= SHORTEST_CLAUSE);
}

function partsBetween(border: RegExp, text: string): readonly string[] {
  return text.split(border).map((part) => part.trim());
}
