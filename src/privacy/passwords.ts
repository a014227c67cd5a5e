import type { Finding } from './secret';

const NAME = String.raw`(?:mots? de passe|mdp|password|code (?:secret|confidentiel|provisoire|d['’]accès))`;
const IS = String.raw`(?:(?:c['’ ]?est|est|c)(?:\s+|\s*[:=]\s*)|[:=]\s*)`;
/** « mon mot de passe est Xyz!1 », « mdp : "abc123" », « code secret c'est 4821 ». Looks back from beginnings of words only:
 *  from each of many blanks it would take the square of the time. */
const ANNOUNCED = new RegExp(String.raw`(?=[^\s:="«])(?<=${NAME}\s*${IS}(?:["«]\s*)?)\S{4,}`, 'giu');

/** Words that merely follow « mot de passe est » (« oublié », « aujourd'hui », « peut-être ») carry neither digit nor sign. */
function looksSecret(word: string): boolean {
  return /\d/.test(word) || /[^\p{L}.,;:!?…"»()'’-]/u.test(word) || /\p{Ll}\p{Lu}/u.test(word);
}

/** Passwords and secret codes that a person announces as such. */
export function findPasswords(text: string): Finding[] {
  return [...text.matchAll(ANNOUNCED)]
    .filter(([word]) => looksSecret(word))
    .map(({ 0: word, index }) => ({ kind: 'password', start: index, end: index + word.length }));
}
