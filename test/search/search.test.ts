import fc from 'fast-check';
import { explainInLines } from '../../src/search/explain-in-lines';
import { THRESHOLDS } from '../../src/search/decide';
import { buildSearch } from '../../src/search/search';
import { articles, offTopic, vocabulary } from './small-knowledge';

const { search, searchMessage } = buildSearch(articles, vocabulary, offTopic);

describe('decides', () => {
  test.each([
    ["j'ai perdu ma carte vitale", 'found', 'vitale-perdue'],
    ['jai perdu ma carte vital', 'found', 'vitale-perdue'],
    ['comment envoyer un arrêt maladie', 'found', 'arret-envoyer'],
    ['Êtes-vous un robot ?', 'found', 'bot-presentation'],
    ['mes allocations familiales ne sont pas versées', 'elsewhere', 'ailleurs-caf'],
    ['ma carte', 'unsure', undefined],
  ])('« %s » → %s %s', (question, kind, topic) => {
    const outcome = search(question);
    expect(outcome.kind).toBe(kind);
    if (topic) expect(outcome.topics[0]?.id).toBe(topic);
  });

  test.each([
    ['une recette de gâteau au chocolat', 'off-topic'],
    ['zglorb frimoussette', 'unknown'],
    ['', 'no-words'],
    ['🙂🙂', 'no-words'],
    ['<p></p>', 'no-words'],
    ['???', 'no-words'],
  ])('« %s » → none, %s', (question, reason) => {
    expect(search(question)).toMatchObject({ kind: 'none', reason });
  });
});

test('a story around the question does not hide it', () => {
  const story =
    'Bonjour, je vis seule avec mes deux filles à Rennes. Suite à notre conversation de mardi je reviens vers vous.';
  const { topics, kind } = search(`${story} J'ai perdu ma carte vitale. Merci de votre retour.`);
  expect(topics[0]?.id).toBe('vitale-perdue');
  expect(['found', 'unsure']).toContain(kind);
});

describe('explains itself', () => {
  const outcome = search('jai paumé ma carte vital');
  const explanation = outcome.explain();

  test('in plain data', () => {
    expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
    expect(explanation.corrected).toContainEqual({ from: 'vital', to: 'vitale' });
    expect(explanation.synonyms).toContainEqual({ from: 'paum', to: 'perd' });
    expect(explanation.runnerUp).toEqual(outcome.topics[1]);
    const { words, pairs, letters, text } = explanation.best!.parts;
    expect(words + pairs + letters + text).toBeCloseTo(explanation.best!.score);
  });

  test('in three lines', () => {
    const lines = explainInLines(outcome.kind, explanation);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain('vital → vitale');
    expect(lines[1]).toMatch(/best: vitale-perdue .*; next: /);
    expect(lines[2]).toMatch(/^(found|unsure): sure at [01]\.\d\d/);
  });
});

describe('a message', () => {
  test('of two clear requests has both outcomes', () => {
    const outcome = searchMessage("Bonjour, j'ai perdu ma carte vitale et comment envoyer mon arrêt de travail ?");
    expect(outcome.kind).toBe('several');
    if (outcome.kind !== 'several') return;
    expect(outcome.outcomes.map(({ topics }) => topics[0]?.id).sort()).toEqual(['arret-envoyer', 'vitale-perdue']);
  });

  test('of four requests has the two it is likest to', () => {
    const four = [
      'Carte Vitale perdue ou volée',
      'Envoyer un arrêt de travail',
      'Comment changer de RIB',
      'Comment demander le RSA',
    ];
    const outcome = searchMessage(four.join('. '));
    expect(outcome.kind === 'several' ? outcome.outcomes.length : outcome.kind).toBe(2);
  });

  test.each([
    ['one request', "j'ai perdu ma carte vitale"],
    ['the same request twice', "J'ai perdu ma carte vitale. On m'a volé ma carte vitale."],
    ['a request and something unclear', "j'ai perdu ma carte vitale et il fait beau demain"],
    ['nothing', ''],
  ])('of %s has a single outcome', (_, message) => {
    expect(searchMessage(message).kind).not.toBe('several');
  });
});

test('two builds from the same content answer alike', () => {
  const again = buildSearch(articles, vocabulary, offTopic);
  for (const question of ['carte perdue', 'nouvo rib', 'arret', 'recette', 'vital']) {
    const [one, other] = [search(question), again.search(question)];
    expect({ ...one, explain: one.explain() }).toEqual({ ...other, explain: other.explain() });
  }
});

test('an empty knowledge base finds nothing', () => {
  expect(buildSearch([], vocabulary, []).search('carte vitale')).toMatchObject({ kind: 'none', topics: [] });
});

test.each([
  ['10,000 characters', 'perdu '.repeat(1_700)],
  ['10,000 times <', '<'.repeat(10_000)],
  ['one endless word', 'a'.repeat(10_000)],
])('answers %s', (_, text) => {
  expect(search(text).topics.length).toBeLessThanOrEqual(5);
});

test('whatever is typed, the outcome is in bounds', () => {
  const words = fc.constantFrom('carte', 'vitale', 'perdu', 'rib', 'arrêt', 'pas', 'é😀', '<b>', "l'", '36', 'zut');
  const sentence = fc.array(words, { maxLength: 12 }).map((picked) => picked.join(' '));
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), sentence), (text) => {
      const { topics, confidence } = search(text);
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
      expect(topics.length).toBeLessThanOrEqual(5);
      expect(topics.map(({ score }) => score)).toEqual(topics.map(({ score }) => score).sort((a, b) => b - a));
      expect(topics.every(({ score }) => score > 0 && score <= 1)).toBe(true);
      searchMessage(text);
    }),
    { seed: 36_46, numRuns: 300 },
  );
});

test('what is asked in the words of a way of asking is answered, for it was put under that article', () => {
  const { search } = buildSearch(
    [
      { ...articles[0]!, id: 'un', questions: ['le bleu du ciel', 'bleu du ciel'] },
      { ...articles[0]!, id: 'autre', questions: ['bleu, le ciel', 'le gris du ciel', 'un gris de ciel'] },
    ],
    vocabulary,
    [],
  );
  expect(search('Le bleu du ciel ?').confidence).toBeGreaterThanOrEqual(THRESHOLDS.found);
  expect(search('gris du ciel')).toMatchObject({ kind: 'found', topics: [{ id: 'autre' }] });
});
