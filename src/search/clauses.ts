/** The parts of a message that may each be a question of its own. */

const END_OF_SENTENCE = /[.?!;\n]+/;
/** Where one request ends and the next begins inside a sentence too. */
const BORDER = /[.?!;\n]+|\s(?:et|puis|sinon|aussi|ensuite|par ailleurs|d['’]autre part)\s/i;
/** Shorter parts are greetings, thanks and remains of abbreviations. */
const SHORTEST_PART = 12;

export function sentencesOf(text: string): readonly string[] {
  return partsBetween(END_OF_SENTENCE, text);
}

/** Sentences, and what « et », « puis » or « sinon » part. */
export function clausesOf(text: string): readonly string[] {
  return partsBetween(BORDER, text);
}

function partsBetween(border: RegExp, text: string): readonly string[] {
  return text
    .split(border)
    .map((part) => part.trim())
    .filter((part) => part.length >= SHORTEST_PART);
}
