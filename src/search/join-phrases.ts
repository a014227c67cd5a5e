import type { Token, Tokenizer } from './tokens';

/** The tokens with each phrase replaced by one; where two phrases could start, the longer one is taken. */
export function joinPhrases(
  tokens: readonly Token[],
  kind: 'phrases' | 'shortPhrases',
  { ofPhrase }: Tokenizer,
): readonly Token[] {
  const out: Token[] = [];
  let at = 0;
  for (let token = tokens[at]; token !== undefined; token = tokens[at]) {
    const phrase = token[kind]?.find(({ stems }) => standsAt(stems, tokens, at));
    out.push(phrase ? ofPhrase(phrase.as) : token);
    at += phrase?.stems.length ?? 1;
  }
  return out;
}

function standsAt(wanted: readonly string[], tokens: readonly Token[], at: number): boolean {
  return wanted.every((stem, offset) => tokens[at + offset]?.stem === stem);
}
