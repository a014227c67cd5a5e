import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadKnowledge, publish } from '../../src/knowledge/knowledge';
import { loadContent } from '../../src/knowledge/load-content';
import { frenchDate, renderMarkdown, splitSentences, type Vocabulary } from '../../src/knowledge/render';
import type { Problem } from '../../src/knowledge/problem';
import type { Fact } from '../../src/knowledge/schemas';
import { changed, FACTS, LOST, ORDER, smallContent } from './small-content';

const DAY = '2026-11-22';

const fact = (say: string, rest: Partial<Fact> = {}): Fact => ({
  kind: 'count',
  value: '1',
  say,
  confidence: 'A',
  source: 'ameli',
  reviewed: '2026-11-01',
  owner: 'contenu',
  ...rest,
});

const FALLBACK = 'Le montant est à vérifier.';
const vocabulary: Vocabulary = {
  facts: {
    numero: fact('36 46'),
    montant: fact('vingt euros', { valid: { from: '2026-01-01', until: '2026-12-31' }, fallback: FALLBACK }),
    plafond: fact('mille euros', { valid: { until: '2026-12-31' }, fallback: FALLBACK }),
    indicatif: fact('deux semaines', { confidence: 'C', reviewed: '2026-11-21' }),
    ancien: fact('un mois', { confidence: 'C', reviewed: '2026-02-01' }),
    renvoi: fact('ici', {
      valid: { until: '2026-12-31' },
      fallback: 'Appelez le {{fact:numero}}, sous {{fact:indicatif}}.',
    }),
  },
  contactNames: { compte: 'Votre compte ameli' },
  terms: { nir: { say: 'numéro de sécurité sociale', explain: 'sur votre carte' } },
};

const render = (markdown: string, day = DAY) => renderMarkdown(markdown, vocabulary, day);

test.each([
  ['Appelez le {{fact:numero}}.', 'Appelez le 36 46.'],
  ['Le {{fact:numero}} ou le **{{fact:numero}}**.', 'Le 36 46 ou le **36 46**.'],
  ['{{contact:compte}} est ouvert.', 'Votre compte ameli est ouvert.'],
  ['Écrivez votre {{term:nir}}.', 'Écrivez votre numéro de sécurité sociale (sur votre carte).'],
  ['La case {=36} et la case {=2 bis}.', 'La case 36 et la case 2 bis.'],
  ['Sans rien.', 'Sans rien.'],
  ['', ''],
])('« %s » is read « %s »', (written, read) => {
  expect(render(written)).toBe(read);
});

test.each(['{{fact:inconnu}}', '{{contact:inconnu}}', '{{term:inconnu}}'])(
  'an unknown reference throws: %s',
  (reference) => {
    expect(() => render(`Voyez ${reference}.`)).toThrow('inconnu');
  },
);

test('lines, blank lines, lists and links stay as they are', () => {
  const markdown = [
    'Ouvrez [Mes démarches. Puis commandez](https://www.ameli.fr/a?b=1&c=2#d).',
    '',
    '- Une *photo* ; un [lien](https://www.ameli.fr/).',
    '  - Dessous.',
    '1. Un. Deux ! Trois ? Quatre…',
    '',
  ].join('\n');
  expect(render(markdown)).toBe(markdown);
});

describe('a fact that ended or has not begun', () => {
  test.each([
    ['2025-12-31', FALLBACK],
    ['2026-01-01', 'Vous recevez vingt euros.'],
    ['2026-12-31', 'Vous recevez vingt euros.'],
    ['2027-01-01', FALLBACK],
  ])('on %s: %s', (day, read) => {
    expect(render('Vous recevez {{fact:montant}}.', day)).toBe(read);
  });

  test('only its own sentence is replaced', () => {
    const written = 'Écrivez-nous. Vous recevez {{fact:montant}}. Appelez le {{fact:numero}} !';
    expect(render(written, '2027-01-01')).toBe(`Écrivez-nous. ${FALLBACK} Appelez le 36 46 !`);
  });

  test('the whole sentence is replaced, also where it quotes the name of a button', () => {
    const written = 'Ouvrez « Mes paiements » {{contact:compte}} pour {{fact:montant}}.';
    expect(render(written, '2027-01-01')).toBe(FALLBACK);
    expect(render('Dans « Mes paiements » **vous lisez {{fact:montant}}**.', '2027-01-01')).toBe(FALLBACK);
  });

  test('other lines stay', () => {
    expect(render('Un.\nVous recevez {{fact:montant}}.\nTrois.', '2027-01-01')).toBe(`Un.\n${FALLBACK}\nTrois.`);
  });

  test.each([
    ['- Vous recevez {{fact:montant}}.', `- ${FALLBACK}`],
    ['  - Vous recevez {{fact:montant}}.', `  - ${FALLBACK}`],
    ['* Vous recevez {{fact:montant}}.', `* ${FALLBACK}`],
    ['12. Vous recevez {{fact:montant}}.', `12. ${FALLBACK}`],
    ['3. comptez {{fact:montant}}.', `3. ${FALLBACK}`],
    ['- Écrivez. Vous recevez {{fact:montant}}.', `- Écrivez. ${FALLBACK}`],
  ])('a list item keeps its bullet or number: %s', (written, read) => {
    expect(render(written, '2027-01-01')).toBe(read);
  });

  test('two sentences of a line with the same fallback say it once', () => {
    const written = 'Le montant est {{fact:montant}}. Le plafond est {{fact:plafond}}. Écrivez-nous.';
    expect(render(written, '2027-01-01')).toBe(`${FALLBACK} Écrivez-nous.`);
    expect(render(`- ${written}`, '2027-01-01')).toBe(`- ${FALLBACK} Écrivez-nous.`);
  });

  test('a sentence with two ended facts says one fallback', () => {
    expect(render('De {{fact:montant}} à {{fact:plafond}}.', '2027-01-01')).toBe(FALLBACK);
  });

  test('the placeholders of a fallback are said, with their confidence', () => {
    expect(render('Voyez {{fact:renvoi}}.', '2027-01-01')).toBe(
      'Appelez le 36 46, sous deux semaines. _(à titre indicatif, vérifié le 21 novembre 2026)_',
    );
  });
});

describe('confidence C', () => {
  const NOTE = '_(à titre indicatif, vérifié le 21 novembre 2026)_';

  test('is said with the day of its review', () => {
    expect(render('Comptez {{fact:indicatif}}.')).toBe(`Comptez deux semaines. ${NOTE}`);
  });

  test('is said once a line, at its end', () => {
    expect(render('Comptez {{fact:indicatif}}. Au plus {{fact:indicatif}}.')).toBe(
      `Comptez deux semaines. Au plus deux semaines. ${NOTE}`,
    );
  });

  test('is said on each line that holds one, and on no other', () => {
    expect(render('- {{fact:indicatif}}\n- {{fact:numero}}\n- {{fact:indicatif}}')).toBe(
      `- deux semaines ${NOTE}\n- 36 46\n- deux semaines ${NOTE}`,
    );
  });

  test('two of them on a line: the older review counts', () => {
    expect(render('De {{fact:indicatif}} à {{fact:ancien}}.')).toBe(
      'De deux semaines à un mois. _(à titre indicatif, vérifié le 1er février 2026)_',
    );
  });

  test('contacts and terms beside it are said as they are', () => {
    expect(render('{{contact:compte}} : {{fact:indicatif}}, avec votre {{term:nir}}.')).toBe(
      `Votre compte ameli : deux semaines, avec votre numéro de sécurité sociale (sur votre carte). ${NOTE}`,
    );
  });

  test('is not said where the fact fell back', () => {
    const ended: Vocabulary = {
      ...vocabulary,
      facts: { delai: fact('une heure', { confidence: 'C', valid: { until: '2026-01-01' }, fallback: FALLBACK }) },
    };
    expect(renderMarkdown('Comptez {{fact:delai}}.', ended, DAY)).toBe(FALLBACK);
  });
});

test.each([
  ['2026-11-22', '22 novembre 2026'],
  ['2026-03-01', '1er mars 2026'],
  ['2026-08-11', '11 août 2026'],
  ['2028-02-29', '29 février 2028'],
])('the day %s is written %s', (day, french) => {
  expect(frenchDate(day)).toBe(french);
});

test('sentences are parted at their closing marks', () => {
  expect(splitSentences('Un. Deux ! Trois ? Quatre… « Cinq » six.')).toEqual([
    'Un.',
    'Deux !',
    'Trois ?',
    'Quatre…',
    '« Cinq » six.',
  ]);
  expect(splitSentences('Voyez ameli.fr pour plus.')).toEqual(['Voyez ameli.fr pour plus.']);
});

describe('published knowledge', () => {
  const { content } = loadContent(smallContent());
  if (!content) throw new Error('the small content is right');
  const knowledge = publish(content, 'abc', DAY);
  const lost = knowledge.article('carte-perdue');

  test('an article is found by its topic id and says its sections in the words of the day', () => {
    expect(lost?.file).toBe(LOST);
    expect(lost && knowledge.say(lost, 'En bref', DAY)).toBe('Déclarez la perte dans Votre compte ou appelez le 36 46.');
    expect(lost && knowledge.say(lost, 'À savoir', '2027-01-01')).toContain('Le délai est à vérifier sur ameli.fr.');
  });

  test('a topic or a section that is not there is undefined', () => {
    const order = knowledge.article('carte-commander');
    expect(knowledge.article('inconnu')).toBeUndefined();
    expect(order && knowledge.say(order, 'Étapes', DAY)).toBeUndefined();
  });
});

describe('a folder of content', () => {
  const folders: string[] = [];
  afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

  function load(files: ReadonlyMap<string, string>) {
    const folder = mkdtempSync(join(tmpdir(), 'guichet-knowledge-'));
    folders.push(folder);
    for (const [file, text] of files) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    const problems: Problem[] = [];
    return { knowledge: loadKnowledge(join(folder, 'knowledge'), DAY, problems), problems };
  }

  test('has one version, which any changed letter changes', () => {
    const version = load(smallContent()).knowledge?.version;
    expect(version).toMatch(/^[0-9a-f]{12}$/);
    expect(load(smallContent()).knowledge?.version).toBe(version);
    expect(load(changed(FACTS, 'deux semaines', 'trois semaines')).knowledge?.version).not.toBe(version);
  });

  test('is not published with an error, and says each', () => {
    const files = changed(LOST, 'Une photo.', 'Cliquez ici.');
    changed(ORDER, 'Commandez votre carte', 'Commandez 3 fois votre carte', files);
    const { knowledge, problems } = load(files);
    expect(knowledge).toBeUndefined();
    expect(problems.map(({ rule }) => rule).sort()).toEqual(['figure', 'wording']);
  });

  test('is published with a warning', () => {
    const long = 'la carte et le papier et '.repeat(5);
    const { knowledge, problems } = load(changed(LOST, 'Une photo.', `Prenez ${long} la photo.`));
    expect(knowledge).toBeDefined();
    expect(problems).toEqual([]);
  });
});
