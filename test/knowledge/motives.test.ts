import { readContentFiles } from '../../src/knowledge/content-files';
import { loadContent } from '../../src/knowledge/load-content';
import { renderMarkdown, renderingVocabulary } from '../../src/knowledge/render';
import { changed, check, lineOf, MOTIVES } from './small-content';

const findings = (from: string, to: string) => {
  const files = changed(MOTIVES, from, to);
  return check(files).map(({ file, line, rule }) => ({ file, rule, text: files.get(file)?.split('\n')[line - 1]?.trim() }));
};

describe('the lint', () => {
  test.each([
    ['article of a motive', '[carte-perdue, carte-commander]', '[carte-perdue, carte-commander, inconnu]', 'unknown-reference'],
    ['article of a guard', 'topic: carte-commander', 'topic: inconnu', 'unknown-reference'],
    ['guard', 'guard: papiers', 'guard: inconnu', 'unknown-reference'],
    ['guard with a name that every object has', 'guard: papiers', 'guard: constructor', 'unknown-reference'],
    ['motive with a promise', 'commitment: null', 'commitment: { inconnu: 3 }', 'unknown-reference'],
    ['fact in a guard', '{{fact:numero}}', '{{fact:inconnu}}', 'unknown-reference'],
    ['fact in a need', '- la date de la demande', '- la date de {{fact:inconnu}}', 'unknown-reference'],
  ])('tells an unknown %s, on its line', (_, from, to, rule) => {
    const text = changed(MOTIVES, from, to).get(MOTIVES)?.split('\n')[lineOf(changed(MOTIVES, from, to), MOTIVES, to) - 1];
    expect(findings(from, to)).toEqual([{ file: MOTIVES, rule, text: text?.trim() }]);
  });

  test.each([
    ['a title', 'title: Une carte', 'title: Cliquez ici', 'wording'],
    ['a need', '- la date de la demande', '- votre code à quatre chiffres', 'outdated'],
    ['a guard', 'say: Postez la photo', "say: N'hésitez pas", 'wording'],
    ['a figure in a title', 'title: Une carte', 'title: Une carte de 2026', 'figure'],
    ['a figure in a need', '- la date de la demande', '- les 3 dates', 'figure'],
    ['a figure in a guard', 'say: Postez la photo', 'say: Postez 2 photos', 'figure'],
  ])('holds the words of %s to the rules', (_, from, to, rule) => {
    expect(findings(from, to)).toContainEqual(expect.objectContaining({ file: MOTIVES, rule }));
  });

  test.each([
    ['a title that is too long for a button', 'title: Une carte', `title: ${'a'.repeat(61)}`],
    ['a motive that needs nothing', '    needs:\n      - la date de la demande\n', '    needs: []\n'],
    ['a guard without words', 'words: [photo]', 'words: []'],
    ['no word on the commitment', 'commitment: null\n', ''],
    ['a promise of no day', 'commitment: null', 'commitment: { carte: 0 }'],
    ['a promise of half a day', 'commitment: null', 'commitment: { carte: 1.5 }'],
    ['a promise that is no figure', 'commitment: null', 'commitment: { carte: bientôt }'],
    ['an unknown key', 'guard: papiers', 'guards: papiers'],
  ])('tells %s', (_, from, to) => {
    expect(findings(from, to)).toEqual([expect.objectContaining({ file: MOTIVES, rule: 'schema' })]);
  });

  test('lets sixty characters, and a promise stand', () => {
    expect(findings('title: Une carte', `title: ${'a'.repeat(60)}`)).toEqual([]);
    expect(findings('commitment: null', 'commitment: { carte: 1 }')).toEqual([]);
  });
});

describe('what is shipped', () => {
  const { content } = loadContent(readContentFiles('knowledge'));
  if (!content) throw new Error('knowledge/ cannot be read');
  const { motives, guards, commitment } = content.motives.value;

  test('are fourteen motives, and no promise', () => {
    expect(Object.keys(motives)).toHaveLength(14);
    expect(commitment).toBeNull();
  });

  test('has a motive that fits when none does, and a guarded one', () => {
    expect(motives.autre).toBeDefined();
    expect(motives['transmettre-information']?.guard).toBe('transmettre-information');
  });

  test('says for everything with a way of its own that a message stops no deadline', () => {
    const vocabulary = renderingVocabulary(content);
    const sayings = guards['transmettre-information']?.map(({ say }) => renderMarkdown(say, vocabulary, '2026-11-22'));
    expect(sayings).toHaveLength(6);
    for (const saying of sayings ?? []) {
      expect(saying).toMatch(/ Un message ici n'arrête aucun délai\.$/);
      expect(saying).not.toMatch(/[{}\n]/);
    }
  });
});
