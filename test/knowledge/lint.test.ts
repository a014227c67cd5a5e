import type { ContentFiles } from '../../src/knowledge/content-files';
import { overdueSafetyNumbers } from '../../src/knowledge/lint/review-dates';
import { loadContent } from '../../src/knowledge/load-content';
import { changed, check, CONTACTS, FACTS, lineOf, LOST, OFF_TOPIC, ORDER, SAFETY, smallContent, VOCABULARY } from './small-content';

/** What an editor would have to mend, without the words of the message. */
function findings(files: ContentFiles, day?: string) {
  return check(files, day).map(({ file, line, severity, rule }) => ({ file, line, severity, rule }));
}

function error(files: ContentFiles, file: string, at: string, rule: string) {
  return { file, line: lineOf(files, file, at), severity: 'error', rule };
}

/** The small content with this as the only thing to prepare. */
const withItem = (text: string) => changed(LOST, 'Une photo.', text);
const withShortAnswer = (text: string) => changed(ORDER, 'Commandez votre carte dans votre compte.', text);

test('right content has no problem', () => {
  expect(check(smallContent(), '2026-11-22')).toEqual([]);
});

describe('files', () => {
  test.each([
    ['YAML that cannot be parsed', FACTS, 'say: deux semaines', 'say: "deux semaines', 'yaml'],
    ['a key written twice', FACTS, 'unit: jours', 'kind: delay', 'yaml'],
    ['front matter that cannot be parsed', LOST, 'kind: own', 'kind: [own', 'yaml'],
  ])('%s is told with its file', (_, file, from, to, rule) => {
    const problems = findings(changed(file, from, to)).filter((problem) => problem.rule !== 'unknown-reference');
    expect(problems).not.toEqual([]);
    for (const problem of problems) expect(problem).toMatchObject({ file, severity: 'error', rule });
  });

  test('a YAML mistake is told with its line', () => {
    const files = changed(FACTS, 'unit: jours', 'value: again');
    expect(findings(files)).toEqual([error(files, FACTS, 'value: again', 'yaml')]);
  });

  test.each([
    ['an unknown kind in the front matter', LOST, 'kind: own', 'kind: mine'],
    ['a day that does not exist in the front matter', LOST, 'reviewed: 2026-11-01', 'reviewed: 2026-02-30'],
    ['an id with a capital', LOST, '[carte-commander]', '[Carte-commander]'],
    ['a source without https', LOST, 'url: https://www', 'url: http://www'],
    ['an unknown confidence in facts.yaml', FACTS, 'confidence: C', 'confidence: U'],
    ['a day that does not exist in facts.yaml', FACTS, 'valid: { until: 2026-12-31 }', 'valid: { until: 2026-13-31 }'],
  ])('%s is told on its line', (_, file, from, to) => {
    const files = changed(file, from, to);
    expect(findings(files)).toContainEqual(error(files, file, to, 'schema'));
  });

  test.each([
    ['fewer than twelve questions', LOST, '  - signaler une perte\n', '', /^questions:/],
    ['no source', ORDER, '  - title: Commander une carte\n    publisher: ameli.fr\n    seen: 2026-11-01\n', '', /^sources:/],
    ['a fact without an owner', FACTS, '    owner: contenu\n  delai', '  delai', /^facts\.numero\.owner:/],
    ['a fact that ends without a fallback', FACTS, /* prettier-ignore */ '    fallback: Le délai est à vérifier sur ameli.fr.\n', '', /fallback/],
    ['a fact that begins without a fallback', FACTS, /* prettier-ignore */ '    valid: { until: 2026-12-31 }\n    fallback: Le délai est à vérifier sur ameli.fr.\n', '    valid: { from: 2026-01-01 }\n', /fallback/],
    ['a reference in what a fact says', FACTS, 'say: deux semaines', "say: 'deux {{fact:numero}}'", /braces/],
    ['an unknown key', FACTS, 'unit: jours', 'unity: jours', /unity/],
  ])('%s is told by its name', (_, file, from, to, message) => {
    const problems = check(changed(file, from, to)).filter(({ rule }) => rule === 'schema');
    expect(problems).toEqual([expect.objectContaining({ file, severity: 'error' })]);
    expect(problems[0]?.message).toMatch(message);
    expect(problems[0]?.line).toBeGreaterThan(file === FACTS ? 1 : 0);
  });

  test('a missing file is told', () => {
    const files = smallContent();
    files.delete(OFF_TOPIC);
    expect(findings(files)).toEqual([{ file: OFF_TOPIC, line: 1, severity: 'error', rule: 'missing-file' }]);
  });

  test('an article without front matter is told', () => {
    const files = smallContent().set(ORDER, '## En bref\n\nBonjour.\n');
    expect(findings(files)).toContainEqual({ file: ORDER, line: 1, severity: 'error', rule: 'front-matter' });
  });

  test('lines written on Windows are read as the others', () => {
    const files = smallContent();
    for (const [file, text] of files) files.set(file, text.replaceAll('\n', '\r\n'));
    expect(check(files)).toEqual([]);
  });

  test('an article whose file is not named like a topic is told', () => {
    const file = 'knowledge/articles/carte/Carte_neuve.md';
    const files = changed(ORDER, 'commander une carte', 'autre demande');
    const text = (files.get(ORDER) ?? '').replaceAll('carte', 'vignette');
    expect(findings(smallContent().set(file, text))).toContainEqual({
      ...{ file, line: 1, severity: 'error', rule: 'topic-id' },
    });
  });

  test('two articles of one name in two themes are told: one would hide the other', () => {
    const file = 'knowledge/articles/autre/carte-commander.md';
    const text = (smallContent().get(ORDER) ?? '').replaceAll('carte', 'vignette');
    expect(findings(smallContent().set(file, text))).toEqual([expect.objectContaining({ severity: 'error' })]);
  });

  test('a term of the vocabulary is said as it is', () => {
    const files = changed(VOCABULARY, 'explain: sur votre carte', "explain: 'sur {{contact:compte}}'");
    expect(findings(files)).toEqual([error(files, VOCABULARY, 'terms:', 'schema')].map((one) => ({ ...one, line: expect.any(Number) as number })));
  });

  test('three broken files give three problems at once', () => {
    const files = changed(FACTS, 'confidence: A', 'confidence: Z');
    changed(SAFETY, 'say: Appelez', 'says: Appelez', files);
    changed(LOST, 'kind: own', 'kind: mine', files);
    files.delete(OFF_TOPIC);
    const broken = new Set(check(files).map(({ file }) => file));
    expect(broken).toEqual(new Set([FACTS, SAFETY, LOST, OFF_TOPIC]));
  });

  test('a broken article does not hide what is wrong in another', () => {
    const files = changed(LOST, 'kind: own', 'kind: mine');
    changed(ORDER, 'Commandez votre carte', 'Cliquez ici pour votre carte', files);
    expect(findings(files)).toEqual(
      expect.arrayContaining([
        error(files, LOST, 'kind: mine', 'schema'),
        error(files, ORDER, 'Cliquez ici', 'wording'),
      ]),
    );
  });

  test('an article that cannot be read is no unknown article: who names it has nothing to mend', () => {
    const files = changed(ORDER, 'kind: own', 'kind: mine');
    expect(findings(files)).toEqual([error(files, ORDER, 'kind: mine', 'schema')]);
  });
});

describe('sections', () => {
  test.each([
    ['out of order', '## Étapes', '## À savoir', '## À préparer'],
    ['twice', '## À préparer', '## Étapes', '## Étapes'],
    ['of another name', '## À savoir', '## Bon à savoir', '## Bon à savoir'],
  ])('a section %s is told', (_, from, to, at) => {
    const files = changed(LOST, from, to);
    const sections = findings(files).filter(({ rule }) => rule === 'sections');
    // The second « ## Étapes » stands below the first.
    const line = (files.get(LOST) ?? '').split('\n').lastIndexOf(at) + 1;
    expect(sections[0]).toEqual({ file: LOST, line, severity: 'error', rule: 'sections' });
  });

  test('an article without « En bref » is told', () => {
    const files = changed(LOST, '## En bref\n\nDéclarez la perte dans {{contact:compte}} ou appelez le {{fact:numero}}.\n', '');
    const afterFrontMatter = (files.get(LOST) ?? '').split('\n').lastIndexOf('---') + 2;
    expect(findings(files)).toEqual([{ file: LOST, line: afterFrontMatter, severity: 'error', rule: 'sections' }]);
  });

  test('text before the first heading is told', () => {
    const files = changed(ORDER, '## En bref', 'Bonjour.\n\n## En bref');
    expect(findings(files)).toEqual([error(files, ORDER, 'Bonjour.', 'sections')]);
  });

  test('an empty section is told', () => {
    const files = changed(ORDER, '## En bref', '## En bref\n\n## À savoir');
    const [problem, ...others] = findings(files);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ file: ORDER, severity: 'error', rule: 'sections' });
    const heading = lineOf(files, ORDER, '## En bref');
    expect([heading, heading + 1]).toContain(problem?.line);
  });
});

describe('references', () => {
  test.each([
    ['fact in an article', LOST, '{{fact:delai}}', '{{fact:inconnu}}'],
    ['contact in an article', LOST, '{{contact:compte}}', '{{contact:inconnu}}'],
    ['term in an article', LOST, '{{term:nir}}', '{{term:inconnu}}'],
    ['fact in a contact', CONTACTS, 'how: Appelez le {{fact:numero}}', 'how: Appelez le {{fact:inconnu}}'],
    ['fact in an emergency', SAFETY, '{{fact:numero}}', '{{fact:inconnu}}'],
    ['number of an emergency', SAFETY, '- numero', '- inconnu'],
    ['related article', LOST, 'related: [carte-commander]', 'related: [inconnu]'],
    ['article related to itself', LOST, 'related: [carte-commander]', 'related: [carte-perdue]'],
    ['contact of an article', LOST, 'contacts: [compte, telephone]', 'contacts: [compte, inconnu]'],
    ['source of a fact', FACTS, 'source: ameli', 'source: inconnu'],
    ['territory of a contact', CONTACTS, '- metropole', '- inconnu'],
    ['territory with hours', CONTACTS, 'metropole: bureau', 'inconnu: bureau'],
    ['timetable', CONTACTS, 'metropole: bureau', 'metropole: inconnu'],
  ])('an unknown %s is told', (_, file, from, to) => {
    const files = changed(file, from, to);
    expect(findings(files).filter(({ rule }) => rule !== 'safety-number')).toEqual([error(files, file, to, 'unknown-reference')]);
  });

  test.each([
    ['territory', 'zone: Europe/Paris\n    holidays: nationaux\ntimetables', 'zone: Europe/Paris\n    holidays: inconnu\ntimetables'],
    ['timetable', 'holidays: nationaux\n    days', 'holidays: inconnu\n    days'],
  ])('an unknown calendar of a %s is told', (_, from, to) => {
    const files = changed(CONTACTS, from, to);
    expect(findings(files)).toEqual([error(files, CONTACTS, 'holidays: inconnu', 'unknown-reference')]);
  });

  test('an unknown fact in a fallback is told: it would break the answer on the day the fact ends', () => {
    const files = changed(FACTS, 'fallback: Le délai', 'fallback: Appelez le {{fact:inconnu}}. Le délai');
    expect(findings(files)).toEqual([error(files, FACTS, '{{fact:inconnu}}', 'unknown-reference')]);
  });

  test('a name that every object has is as unknown as any other', () => {
    const files = withItem('Voyez {{fact:constructor}}.');
    expect(findings(files)).toEqual([error(files, LOST, 'constructor', 'unknown-reference')]);
  });

  test.each(['{{fait:numero}}', '{{fact:numero}', '{fact:numero}', '{{fact:Numero}}', '{{ fact:numero }}', '{=', '}'])(
    'braces that are no placeholder are told: %s',
    (braces) => {
      const files = withItem(`Voyez ${braces} bien.`);
      expect(findings(files)).toEqual([error(files, LOST, `Voyez ${braces} bien.`, 'placeholder')]);
    },
  );
});

describe('figures', () => {
  test.each(['Comptez 3 jours.', 'Appelez le 36 46 12.', 'Appelez le 136 46.', 'En 2026.', '[Page 3](https://ameli.fr)'])(
    'a figure in the text is told: %s',
    (text) => {
      const files = withItem(text);
      expect(findings(files)).toEqual([error(files, LOST, text, 'figure')]);
    },
  );

  test.each([
    ['title', LOST, 'title: Carte perdue ou volée', 'title: Carte perdue en 2026'],
    ['contact', CONTACTS, 'Connectez-vous à votre compte', 'Connectez-vous en 3 minutes à votre compte'],
    ['emergency', SAFETY, 'Appelez le {{fact:numero}}', 'Appelez le 15'],
  ])('a figure in a %s is told', (_, file, from, to) => {
    const files = changed(file, from, to);
    expect(findings(files).filter(({ rule }) => rule !== 'safety-number')).toEqual([error(files, file, to, 'figure')]);
  });

  test.each([
    'Votre {=36} bis.',
    'Appelez le 36 46.',
    'Soins pris en charge à 100 %.',
    '{{fact:numero}}',
    '[Le site](https://www.ameli.fr/2026/11)',
  ])('these figures may stand: %s', (text) => {
    expect(findings(withItem(text))).toEqual([]);
  });

  test.each(['Comptez trente jours.', 'Attendez deux semaines.', 'Payez quatre-vingt-dix euros.', 'Les trois premiers mois.'])(
    'a figure in letters is told: %s',
    (text) => {
      const files = withItem(text);
      expect(findings(files)).toEqual([error(files, LOST, text, 'figure')]);
    },
  );

  test.each(['Les deux parents signent.', 'Une semaine suffit.', 'Un mois passe.'])('this is none: %s', (text) => {
    expect(findings(withItem(text))).toEqual([]);
  });

  test('the numbers of a list are no figures', () => {
    expect(findings(changed(LOST, '1. Ouvrez', '  10. Ouvrez'))).toEqual([]);
  });
});

describe('wording', () => {
  const forbidden = [
    'Vous êtes inscrit(e).',
    'Vos document(s).',
    "L'assuré·e signe.",
    'La conseiller·ère répond.',
    'Cliquez ici.',
    "N'hésitez pas.",
    'N’hésitez pas.',
    "Je n'ai pas compris.",
    'Je n’ai pas compris.',
    'Reformulez la demande.',
    'Il faut reformuler la demande.',
    'Encore un essai.',
    'Après deux essais.',
    "C'est un échec.",
    'Après deux échecs.',
  ];
  test.each(forbidden)('never: %s', (text) => {
    const files = withItem(text);
    expect(findings(files)).toEqual([error(files, LOST, text, 'wording')]);
  });

  test.each([
    ['title', LOST, 'title: Carte perdue ou volée', 'title: Cliquez ici'],
    ['contact', CONTACTS, 'reason: ouvert à toute heure', "reason: n'hésitez pas"],
    ['emergency', SAFETY, 'say: Appelez', 'say: Cliquez ici. Appelez'],
    ['fact', FACTS, "say: '36 46'", "say: '36 46, cliquez ici'"],
    ['fallback', FACTS, 'fallback: Le délai', 'fallback: Cliquez ici. Le délai'],
  ])('the rules hold in a %s too', (_, file, from, to) => {
    const files = changed(file, from, to);
    expect(findings(files)).toEqual([error(files, file, to, 'wording')]);
  });

  test.each(['Essayez plus tard.', 'Votre CMUTE.', 'Appelez le 36 46.', 'Un mot (en bref).'])(
    'may be written: %s',
    (text) => {
      expect(findings(withItem(text))).toEqual([]);
    },
  );
});

describe('out of date', () => {
  test.each([
    'La CMU est ouverte.',
    'La CMU-C est ouverte.',
    'La cmu-c est ouverte.',
    "L'ACS est ouverte.",
    'Appelez le {=36 45}.',
    'Appelez le {=3645}.',
    'Appelez le {=36.45}.',
    'Le code à quatre chiffres.',
    'Le CODE À QUATRE CHIFFRES.',
  ])('never: %s', (text) => {
    const files = withItem(text);
    expect(findings(files).filter(({ rule }) => rule !== 'figure')).toEqual([error(files, LOST, text, 'outdated')]);
  });

  test.each(['Votre CMUTE.', 'La CMU-Plus.', 'Appelez le {=136 45}.', "La CMU n'existe plus.", "L'ancienne ACS est fermée."])(
    'may be written: %s',
    (text) => {
      expect(findings(withItem(text))).toEqual([]);
    },
  );

  test('people may ask with these words', () => {
    expect(findings(changed(ORDER, '- nouvelle carte', '- la CMU et ma carte'))).toEqual([]);
  });

  test('that a thing is gone excuses its own sentence only', () => {
    const files = withItem("La CMU n'existe plus. Demandez la CMU.");
    expect(findings(files)).toEqual([error(files, LOST, 'La CMU', 'outdated')]);
  });
});

describe('a fact has one value', () => {
  const said = (kind: string, value: string, say: string) => {
    const files = changed(FACTS, 'kind: delay', `kind: ${kind}`);
    changed(FACTS, "value: '14'", `value: '${value}'`, files);
    return changed(FACTS, 'say: deux semaines', `say: ${say}`, files);
  };

  test.each([
    ['delay', '14', '15 jours'],
    ['amount', '1823.03', '1 832,03 €'],
    ['percentage', '70', '60 %'],
    ['phone', '0269619191', '02 69 61 91 92'],
    ['date', '2026-07-01', '1er juin 2026'],
    ['age', '30-49', 'de 30 à 50 ans'],
    ['form', 'S3704', 'S3705'],
  ])('%s "%s" that says « %s » is told', (kind, value, say) => {
    const files = said(kind, value, say);
    expect(findings(files)).toEqual([error(files, FACTS, `say: ${say}`, 'two-values')]);
  });

  test.each([
    ['delay', '14', 'deux semaines'],
    ['amount', '1823.03', '1 823,03 € brut'],
    ['phone', '0269619191', '02 69 61 91 91'],
    ['date', '2026-07-01', '1er juillet 2026'],
    ['age', '0-29', '29 ans ou moins'],
    ['count', '30.8', '30,8 jours en octobre 2025'],
    ['hours', 'Mo-Fr 08:30-17:00', 'du lundi au vendredi, de 8 h 30 à 17 h'],
  ])('%s "%s" may say « %s »', (kind, value, say) => {
    expect(findings(said(kind, value, say))).toEqual([]);
  });

  test('a number that is another fact too is told', () => {
    const files = said('phone', '36 46', "'3646'");
    expect(findings(files)).toEqual([error(files, FACTS, "value: '36 46'", 'two-values')]);
  });
});

describe('emergency numbers', () => {
  test.each([
    ['that end', 'owner: contenu\n  delai', 'owner: contenu\n    valid: { until: 2030-01-01 }\n    fallback: Non.\n  delai'],
    ['that are uncertain', "say: '36 46'\n    confidence: A", "say: '36 46'\n    confidence: C"],
    ['that are no number', "kind: phone\n    value: '3646'", "kind: count\n    value: '3646, 36, 46'"],
  ])('%s are told where they are named', (_, from, to) => {
    const files = changed(FACTS, from, to);
    expect(findings(files)).toEqual([error(files, SAFETY, '- numero', 'safety-number')]);
  });

  test('that no sentence says are told', () => {
    const files = changed(SAFETY, 'le {{fact:numero}} tout', 'les secours tout');
    expect(findings(files)).toEqual([error(files, SAFETY, '- numero', 'safety-number')]);
  });
});

describe('addresses', () => {
  test.each([
    'http://www.ameli.fr',
    'https://',
    'https://ameli',
    'https://www.ameli.fr /page',
    'https://localhost/page',
    'https://127.0.0.1/page',
    'https://nom:secret@www.ameli.fr',
    'javascript:alert()',
    'mailto:contact@exemple.fr',
    'carte-commander',
    '../carte/carte-commander.md',
    '#etapes',
    '',
  ])('« %s » is no address to send people to', (address) => {
    const files = withItem(`Voyez [ce site](${address}).`);
    expect(findings(files)).toContainEqual(error(files, LOST, 'Voyez [ce site]', 'address'));
  });

  test('a well-formed one may stand', () => {
    expect(findings(withItem('Voyez [ce site](https://www.service-public.fr/particuliers/F1?a=b#c).'))).toEqual([]);
  });
});

describe('Markdown', () => {
  test('« Étapes » that is not numbered is told', () => {
    const files = changed(LOST, '1. Ouvrez votre compte.\n2. Écrivez', '- Ouvrez votre compte.\n- Écrivez');
    const line = lineOf(files, LOST, '## Étapes') + 1;
    expect(findings(files)).toEqual([{ file: LOST, line, severity: 'error', rule: 'markdown' }]);
  });

  test('« À préparer » that is no list is told', () => {
    const files = changed(LOST, '- Une photo.', 'Une photo.');
    const line = lineOf(files, LOST, '## À préparer') + 1;
    expect(findings(files)).toEqual([{ file: LOST, line, severity: 'error', rule: 'markdown' }]);
  });

  test.each([
    ['a heading', '### Délai', '### Délai'],
    ['a table', '| Quoi | Où |\n|---|---|\n| carte | site |', '| Quoi | Où |'],
    ['HTML', '<div>carte</div>', '<div>'],
    ['HTML in a line', 'Une <b>carte</b> neuve.', 'Une <b>'],
    ['a picture', '![carte](https://www.ameli.fr/carte.png)', '![carte]'],
    ['code', 'Tapez `carte` ici.', '`carte`'],
    ['italics', 'Une *carte* neuve.', '*carte*'],
    ['a quotation', '> Une carte.', '> Une carte.'],
    ['a rule', '***', '***'],
  ])('%s is told, on its own line', (_, text, at) => {
    const files = withShortAnswer(`Commandez votre carte.\n\n${text}\n\nAttendez la carte.`);
    const problems = findings(files).filter(({ rule }) => rule !== 'reading-ease');
    expect(problems).not.toEqual([]);
    expect(new Set(problems.map((problem) => JSON.stringify(problem)))).toEqual(
      new Set([JSON.stringify(error(files, ORDER, at, 'markdown'))]),
    );
  });

  test('paragraphs, bold, lists and links may stand', () => {
    const text = 'Une **carte**.\n\n- Une [carte](https://www.ameli.fr).\n- Une photo.\n\n1. Ouvrez.\n2. Fermez.';
    expect(findings(withShortAnswer(text))).toEqual([]);
  });
});

describe('lengths', () => {
  const TEN = 'Prenez la carte et le papier puis allez au guichet.';

  test('sixty words in « En bref » may stand', () => {
    expect(findings(withShortAnswer(Array(6).fill(TEN).join(' ')))).toEqual([]);
  });

  test('sixty-one words in « En bref » are told', () => {
    const files = withShortAnswer([...Array<string>(6).fill(TEN), 'Attendez.'].join(' '));
    const line = lineOf(files, ORDER, '## En bref') + 1;
    expect(findings(files)).toEqual([{ file: ORDER, line, severity: 'error', rule: 'short-answer' }]);
  });

  test('words are counted as they are read: a fact by what it says, a link by its words', () => {
    const read = '[la carte](https://www.ameli.fr/une/tres/longue/adresse) {{fact:numero}}';
    const files = withShortAnswer(`${Array(5).fill(TEN).join(' ')} Prenez ${read} et le papier tout blanc.`);
    expect(findings(files)).toEqual([]);
    const longer = withShortAnswer(`${Array(5).fill(TEN).join(' ')} Prenez ${read} et le papier tout blanc plié.`);
    expect(findings(longer).map(({ rule }) => rule)).toEqual(['short-answer']);
  });

  test('a sentence of twenty words may stand; one of twenty-one is a warning, on its line', () => {
    const twenty = `${TEN.slice(0, -1)} avant midi avec la lettre et la photo de la fille.`;
    expect(twenty.split(' ')).toHaveLength(21);
    const shorter = twenty.replace(' de la', ' de');
    expect(findings(withItem(shorter))).toEqual([]);
    const files = withItem(twenty);
    const line = lineOf(files, LOST, twenty);
    expect(findings(files)).toEqual([{ file: LOST, line, severity: 'warning', rule: 'sentence-length' }]);
  });

  test('two short sentences on one line are two', () => {
    expect(findings(withItem(`${TEN} ${TEN} ${TEN}`))).toEqual([]);
  });
});

describe('questions', () => {
  test('the same question in two articles is told in the second', () => {
    const files = changed(ORDER, '- nouvelle carte', '- Carte égaree ?');
    expect(findings(files)).toEqual([error(files, ORDER, 'Carte égaree ?', 'same-question')]);
    expect(check(files)[0]?.message).toContain('carte-perdue');
  });

  test('the same question twice in one article is told at the second', () => {
    const files = changed(ORDER, '- renouveler ma carte', '- Nouvelle carte !');
    expect(findings(files)).toEqual([error(files, ORDER, 'Nouvelle carte !', 'same-question')]);
    expect(check(files)[0]?.message).toContain('this article');
  });
});

describe('questions within an article', () => {
  test('a copy with one word swapped is told', () => {
    const files = changed(ORDER, '- nouvelle carte', '- quand vais-je trouver ma carte');
    expect(findings(files)).toEqual([error(files, ORDER, '- quand vais-je recevoir ma carte', 'swapped-word')]);
  });

  test('two short ones may differ by their one word', () => {
    expect(findings(changed(ORDER, '- nouvelle carte', '- perdre une carte'))).toEqual([]);
  });

  test('an article may take over the questions of one that ends the day before', () => {
    const ends = (until: string) => {
      const files = changed(LOST, '- perte de carte', '- nouvelle carte');
      changed(LOST, 'reviewed: 2026-11-01', `reviewed: 2026-11-01\nvalid: { until: ${until} }`, files);
      return changed(ORDER, 'reviewed: 2026-11-01', 'reviewed: 2026-11-01\nvalid: { from: 2027-01-01 }', files);
    };
    expect(findings(ends('2026-12-31'))).toEqual([]);
    expect(findings(ends('2027-01-01')).map(({ rule }) => rule)).toEqual(['same-question']);
  });
});

describe('review dates', () => {
  const reviewed = (file: string, day: string) => changed(file, 'reviewed: 2026-11-01', `reviewed: ${day}`);
  const FALLBACK = 'fallback: Le délai est à vérifier sur ameli.fr.\n    reviewed: ';
  const reviewedDelay = (day: string) => changed(FACTS, `${FALLBACK}2026-11-01`, `${FALLBACK}${day}`);

  test.each([
    ['2025-11-22', undefined],
    ['2025-11-21', 'warning'],
    ['2024-11-22', 'warning'],
    ['2024-11-21', 'error'],
  ])('reviewed on %s, asked on 2026-11-22: %s', (day, severity) => {
    for (const [file, files] of [[ORDER, reviewed(ORDER, day)], [FACTS, reviewedDelay(day)]] as const) {
      const line = lineOf(files, file, `reviewed: ${day}`);
      expect(findings(files, '2026-11-22')).toEqual(severity ? [{ file, line, severity, rule: 'review-date' }] : []);
    }
  });

  test.each([
    ['2025-11-22', undefined],
    ['2025-11-21', 'error'],
  ])('an emergency number reviewed on %s, asked on 2026-11-22: %s, a year before the others', (day, severity) => {
    const files = reviewed(FACTS, day);
    const line = lineOf(files, FACTS, `reviewed: ${day}`);
    expect(findings(files, '2026-11-22')).toEqual(severity ? [{ file: FACTS, line, severity, rule: 'review-date' }] : []);
    const { content } = loadContent(files);
    expect(content && overdueSafetyNumbers(content, '2026-11-22')).toEqual(severity ? ['numero'] : []);
  });

  test.each([
    ['2026-11-30', []],
    ['2026-12-01', ['warning']],
    ['2027-01-01', ['warning']],
  ])('a fact that is true until 2026-12-31, asked on %s: %p', (day, severities) => {
    expect(findings(smallContent(), day).map(({ rule, severity }) => [rule, severity])).toEqual(
      severities.map((severity) => ['ended', severity]),
    );
  });

  test('an article that has ended is told too', () => {
    const files = changed(ORDER, 'reviewed: 2026-11-01', 'reviewed: 2026-11-01\nvalid: { until: 2026-11-21 }');
    expect(findings(files, '2026-11-22')).toEqual([expect.objectContaining({ file: ORDER, rule: 'ended' })]);
    expect(check(files, '2026-11-22')[0]?.message).toBe('ended on 2026-11-21: it is no longer said');
  });

  test('nobody asks: an old review is no problem', () => {
    expect(findings(reviewed(ORDER, '2001-01-01'))).toEqual([]);
  });
});

test('problems come in the order of files and lines', () => {
  const files = withItem('Cliquez ici.');
  changed(LOST, 'title: Carte perdue ou volée', 'title: Carte de 2026', files);
  changed(ORDER, 'Commandez votre carte', "N'hésitez pas : votre carte", files);
  expect(findings(files)).toEqual([
    error(files, ORDER, "N'hésitez pas", 'wording'),
    error(files, LOST, 'title:', 'figure'),
    error(files, LOST, 'Cliquez ici.', 'wording'),
  ]);
});
