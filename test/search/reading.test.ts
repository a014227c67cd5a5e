import { buildReader } from '../../src/search/reading';
import { prepareLists } from '../../src/search/word-lists';
import { articles, offTopic, vocabulary } from './small-knowledge';

const reader = buildReader(
  prepareLists(vocabulary),
  articles.flatMap(({ title, questions }) => [title, ...questions]),
  offTopic,
);

test.each([
  ['a name of several words', 'ma carte vitale', ['carte-vitale']],
  ['the same name in the plural and misspelt', 'mes cartes vital', ['mes', 'carte-vitale']],
  ['a name without its small words', 'arret travail', ['arret-de-travail']],
  ['a number said', 'le trente-six quarante-six', ['3646']],
  ['synonyms', "j'ai égaré, j'ai paumé", ['perd', 'perd']],
  ['a synonym of two words', 'un nouveau-né', ['beb']],
  ['SMS spellings', 'mdp', ['mot', 'pas']],
  ['an apostrophe left out', 'lenfant jenvoye', ['enfant', 'envoy']],
  ['« mars », which is not « m’ars »', 'mars', ['mar']],
  ['« trop versé » only with its small word', 'pas versé', ['pas', 'vers']],
  ['« rendez-vous », not « rendez » alone', 'rendez la carte', ['rend', 'cart']],
  ['negations', 'pas envoyé', ['pas', 'envoy']],
  ['stopwords when there is nothing else', 'Qui êtes-vous ?', ['qui', 'ete', 'vou']],
])('reads %s', (_, text, words) => {
  expect(reader.readQuestion(text).words).toEqual(words);
});

test('tells what it mended', () => {
  expect(reader.readQuestion('carte vital envoyre').corrected).toEqual([
    { from: 'vital', to: 'vitale' },
    { from: 'envoyre', to: 'envoyer' },
  ]);
});

test.each([
  ['protected words', 'carsot', []],
  ['words of the off-topic sentences', 'chocolat', []],
])('never makes a word into %s', (_, text, corrected) => {
  expect(reader.readQuestion(text).corrected).toEqual(corrected);
});

test('content is read as it is written', () => {
  expect(reader.readContent('envoyre').words).toEqual(reader.readContent('envoyre').spelled.map(() => 'envoyr'));
});

test('only so many unknown words of one question are mended', () => {
  const misspelt = Array.from({ length: 30 }, () => 'envoyre').join(' ');
  expect(reader.readQuestion(misspelt).corrected).toHaveLength(20);
});
