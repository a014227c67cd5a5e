import type { Finding } from './secret';

/** « mon mot de passe est Xyz!1 », « mdp : abc123 », « code secret c'est 4821 ». */
const ANNOUNCED =
  /(?:mots? de passe|mdp|password|code (?:secret|confidentiel|provisoire|d'accès))\s*(?:(?:c['’ ]?est|est|c)\s|[:=]|(?:est|c['’]est)\s*:)\s*["«]?\s*(\S{4,64})/giu;

/** Words that merely follow « mot de passe est » (« oublié ») carry neither digit nor sign. */
function looksSecret(word: string): boolean {
  return /\d/.test(word) || /[^\p{L}\d.,;:!?"»)]/u.test(word) || /\p{Ll}\p{Lu}/u.test(word);
}

/** Passwords and secret codes that a person announces as such. */
export function findPasswords(text: string): Finding[] {
  return [...text.matchAll(ANNOUNCED)]
    .map((match) => ({ word: match[1] ?? '', end: match.index + match[0].length }))
    .filter(({ word }) => looksSecret(word))
    .map(({ word, end }) => ({ kind: 'password', start: end - word.length, end }));
}
