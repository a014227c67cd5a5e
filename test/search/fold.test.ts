import { MAX_CHARACTERS, plainWords } from '../../src/search/fold';

test.each([
  ['accents and capitals', 'Décès à l’HÔPITAL', ['deces', 'a', 'hopital']],
  ['elisions, straight and typographic', "J'ai l'arrêt d’un ami, qu’il", ['ai', 'arret', 'un', 'ami', 'il']],
  ['other keys for the apostrophe', 'l´arrêt d`un ami', ['arret', 'un', 'ami']],
  ['a negation that is elided stays', "je n'ai pas", ['je', 'ne', 'ai', 'pas']],
  ['« aujourd’hui » is not an elision of « d »', 'aujourd’hui', ['aujourd', 'hui']],
  ['ligatures', 'un œuf, ma sœur, ex æquo', ['un', 'oeuf', 'ma', 'soeur', 'ex', 'aequo']],
  ['hyphens part words', 'rendez-vous', ['rendez', 'vous']],
  ['per cent is a word', '100 % santé', ['100', '%', 'sante']],
  ['thousands are one figure', '1 200 euros et 3.450', ['1200', 'euros', 'et', '3450']],
  ['decimals are two', '17,50 €', ['17', '50']],
  ['a phone number keeps its pairs', 'le 36 46', ['le', '36', '46']],
  ['HTML falls out', '<b>ma carte</b>&nbsp;<script>vitale', ['ma', 'carte', 'vitale']],
  ['a lone < is no tag', 'revenus < 1000', ['revenus', '1000']],
  ['emoji alone leave nothing', '😀🤷‍♀️ !?', []],
  ['another alphabet leaves nothing', 'بطاقة', []],
  ['nothing', '', []],
])('%s', (_, text, words) => {
  expect(plainWords(text)).toEqual(words);
});

test('a long text is read up to its limit, one character more is left aside', () => {
  const longest = 'a'.repeat(MAX_CHARACTERS);
  expect(plainWords(longest)).toEqual([longest]);
  expect(plainWords(`${longest}b`)).toEqual([longest]);
});
