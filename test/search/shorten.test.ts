import { clausesOf, sentencesOf } from '../../src/search/clauses';
import { withoutMiddle } from '../../src/search/shorten';

const words = (count: number) => Array.from({ length: count }, (_, at) => `mot${at + 1}`).join(' ');

test('52 words are read whole, of 53 the middle one is left out', () => {
  expect(withoutMiddle(words(52))).toBe(words(52));
  expect(withoutMiddle(words(53))).not.toContain('mot33\n');
  expect(withoutMiddle(words(53))).toContain('mot32\nmot34');
});

test.each([
  ['J’ai perdu ma carte. Que dois-je faire ?', ['J’ai perdu ma carte', 'Que dois-je faire']],
  ['Bonjour ! Ma carte est perdue', ['Bonjour', 'Ma carte est perdue']],
  ['ma carte est perdue et mon arrêt aussi', ['ma carte est perdue et mon arrêt aussi']],
  ['', []],
])('sentences of « %s »', (text, sentences) => {
  expect(sentencesOf(text)).toEqual(sentences);
});

test('« et » parts two requests', () => {
  expect(clausesOf("j'ai perdu ma carte et je veux changer de RIB")).toEqual([
    "j'ai perdu ma carte",
    'je veux changer de RIB',
  ]);
});
