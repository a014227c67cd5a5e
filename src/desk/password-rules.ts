export const PASSWORD_MIN_LENGTH = 12;
/** Longer than any that is typed; keeps the work of hashing bounded. */
export const PASSWORD_MAX_LENGTH = 200;

export type PasswordFault = 'too-short' | 'too-long' | 'login' | 'obvious';

/** What is tried first, with whatever figures and signs around it. */
const OBVIOUS_WORDS = [
  'motdepasse',
  'motdepassemotdepasse',
  'password',
  'passwordpassword',
  'azerty',
  'azertyuiop',
  'azertyuiopqsdfghjklm',
  'qwerty',
  'qwertyuiop',
  'bonjour',
  'bonjourbonjour',
  'soleil',
  'doudou',
  'admin',
  'administrateur',
  'guichet',
  'ameli',
  'cpam',
  'assurancemaladie',
];
const FIGURES = '0123456789'.repeat(4);

/** Why a password cannot be chosen, or undefined. Length, the login and a few obvious ones; no other rules: what makes
 *  people write passwords down makes them no better (https://pages.nist.gov/800-63-4/sp800-63b.html). */
export function passwordFault(password: string, login: string): PasswordFault | undefined {
  if (password.length < PASSWORD_MIN_LENGTH) return 'too-short';
  if (password.length > PASSWORD_MAX_LENGTH) return 'too-long';
  const letters = password.toLowerCase().replace(/[^\p{L}]/gu, '');
  if (letters === login.toLowerCase().replace(/[^\p{L}]/gu, '') && letters !== '') return 'login';
  return OBVIOUS_WORDS.includes(letters) || isOneCharacter(password) || isRun(password) ? 'obvious' : undefined;
}

function isOneCharacter(password: string): boolean {
  return new Set(password).size === 1;
}

function isRun(password: string): boolean {
  return FIGURES.includes(password) || FIGURES.includes([...password].reverse().join(''));
}
