import { type ContentFiles, readContentFiles } from '../../src/knowledge/content-files';
import { check, COMMUNES, CONTACTS, FACTS, FUNDS, MOTIVES, SAFETY, VOCABULARY } from './small-content';

/** The shipped content, broken in one place at a time, as an editor in a hurry or an old web page would break it. The lint must
 *  tell each, in that file. Rules on an article are tried on its file alone; the others' articles have nothing to do with it. */

const files = readContentFiles('knowledge');
const article = (id: string) => [...files.keys()].find((file) => file.endsWith(`/${id}.md`)) ?? id;

/** A sentence put at the head of « En bref » or « À savoir », where people read it. */
const said = (id: string, sentence: string): Mutation => [article(id), /\n## En bref\n\n/, `\n## En bref\n\n${sentence} `];

type Mutation = [file: string, from: RegExp | string, to: string];

/** The rule that tells it, and where: in the broken file, unless another is named. */
type Broken = [mutation: Mutation, rule: string, toldIn?: string];

/** What published pages still say and the checked facts contradict: each must be refused where somebody copies it. */
const CONTRADICTIONS: Readonly<Record<string, Broken>> = {
  '1 the number 3645': [said('contact-telephone', 'Appelez le {=3645}.'), 'outdated'],
  '2 a free number': [said('contact-telephone', "C'est un numéro gratuit."), 'outdated'],
  '2 a surcharged number': [said('contact-telephone', "C'est un numéro surtaxé."), 'outdated'],
  '3 hours written by hand': [said('contact-telephone', 'La ligne ouvre de 8 h 30 à 17 h.'), 'figure'],
  '4 old numbers overseas': [said('contact-telephone-outre-mer', 'Appelez le {=0810 10 36 46}.'), 'outdated'],
  '5 a date of the appointment': [said('contact-rendez-vous', 'Le service existe depuis le 1er mars 2023.'), 'figure'],
  '6 a limit of attachments': [said('message-pieces-jointes', 'Cinq fichiers de 5 Mo.'), 'figure'],
  '7 a delay that nobody promised': [said('message-delais', 'Nous répondons en sept jours ouvrés.'), 'outdated'],
  '7 the same in figures': [said('message-delais', 'Nous répondons en 7 jours.'), 'figure'],
  '8 a delay in letters': [said('attestation-droits', 'Vous la recevez en quinze jours.'), 'figure'],
  '9 a code of four figures': [said('compte-mot-de-passe-regles', 'Votre code à quatre chiffres suffit.'), 'outdated'],
  '10 a provisional code of four figures': [said('compte-mot-de-passe-oublie', 'Un code provisoire à 4 chiffres arrive.'), 'outdated'],
  '11 CMU-C as current': [said('c2s', 'Demandez la CMU-C.'), 'outdated'],
  '11 ACS as current': [said('c2s', "Demandez l'ACS."), 'outdated'],
  '12 48 hours by hand': [said('arret-envoyer', 'Envoyez-le sous 48 heures.'), 'figure'],
  '13 a link that says nothing': [said('feuille-de-soins', 'Cliquez ici.'), 'wording'],
  '14 a department left out': [[FUNDS, /departments: \["01"\]/, 'departments: ["02"]'], 'department'],
  '15 a closed code as a fund': [[FUNDS, '"441":', '"421":'], 'fund-alias'],
  '15 an alias that is a fund': [[FUNDS, 'aliases: ["022"]', 'aliases: ["751"]'], 'fund-alias'],
  '16 a closed code as current': [[COMMUNES, '\n  "62000": "624"', '\n  "62000": "621"'], 'unknown-reference'],
  '16 the fund of a closed town': [said('cpam-trouver', 'Écrivez à la CPAM de Colmar.'), 'outdated'],
  '17 one fund for Île-de-France': [said('cpam-trouver', "Écrivez à la CPAM d'Île-de-France."), 'outdated'],
  '17 a CPAM overseas': [said('cpam-trouver', 'Écrivez à la CPAM de la Martinique.'), 'outdated'],
  '18 a code of three figures by hand': [said('cpam-code-organisme', 'Le code de Lille est 595.'), 'figure'],
  '19 how many funds, by hand': [said('cpam-role', 'Il existe 101 caisses.'), 'figure'],
  '20 a name that no fund bears': [said('cpam-trouver', 'Écrivez à la CPAM de Montpellier.'), 'outdated'],
  '22 an impossible number of a person': [said('numero-securite-sociale', 'Par exemple {=1 23 45 67 890 123 4}.'), 'outdated'],
  '24 messages that nobody counted': [said('contact-message', 'Nous recevons {=500 000 messages} par jour.'), 'outdated'],
  '25 insured people that nobody counted': [said('cpam-role', 'Elle couvre 65 millions de personnes.'), 'figure'],
  '27 braces left over': [said('contact-accueil', 'Voir {{READ}}.'), 'placeholder'],
  '28 a path that leads nowhere': [said('contact-accueil', 'Voir [les points](Adresses).'), 'address'],
  '29 any fund of the department': [said('contact-courrier', "Écrivez à n'importe quelle caisse du département."), 'outdated'],
};

const FACT_BREAKS: Readonly<Record<string, Broken>> = {
  'a number said otherwise than it is': [[FACTS, 'say: "3114"', 'say: "3141"'], 'two-values'],
  'a date said otherwise than it is': [[FACTS, 'say: "1er juillet 2020"', 'say: "1er juillet 2021"'], 'two-values'],
  'an amount said otherwise than it is': [[FACTS, /say: "41,95/, 'say: "41,47'], 'two-values'],
  'a fact written twice': [[FACTS, /\nfacts:\n/, '\nfacts:\n  urgence-samu:\n    kind: phone\n'], 'yaml'],
  'a number that is another fact too': [[FACTS, /value: "3919"/, 'value: "3114"'], 'two-values'],
  'an unverified confidence': [[FACTS, 'confidence: B', 'confidence: U'], 'schema'],
  'an end without a fallback': [[FACTS, 'confidence: B', 'confidence: B\n    valid: { until: 2027-01-01 }'], 'schema'],
  'a source that is not there': [[FACTS, /source: css-R321-2\n/, 'source: css-R321-3\n'], 'unknown-reference'],
  'an emergency number that ends': [
    [FACTS, /say: "3114"\n/, 'say: "3114"\n    valid: { until: 2027-01-01 }\n    fallback: "Appelez."\n'],
    'safety-number',
    SAFETY,
  ],
  'an emergency number that is uncertain': [[FACTS, /say: "114"\n {4}confidence: A/, 'say: "114"\n    confidence: C'], 'safety-number', SAFETY],
};

const OTHER_BREAKS: Readonly<Record<string, Broken>> = {
  'a fact that is not there': [said('rib', 'Comptez {{fact:rien}}.'), 'unknown-reference'],
  'an article that leads to no motive': [[MOTIVES, /\n {6}- rib\n/, '\n'], 'no-motive', article('rib')],
  'a contact that is not there': [said('rib', 'Voyez {{contact:rien}}.'), 'unknown-reference'],
  'a related article that is not there': [[article('rib'), /related: \[[a-z0-9-]+/, 'related: [rien'], 'unknown-reference'],
  'a title of another kind': [[article('rib'), 'kind: own', 'kind: notre'], 'schema'],
  'eleven ways of asking': [[article('rib'), /questions:\n( {2}- .*\n)+/, `questions:\n${'  - une question\n'.repeat(11)}`], 'schema'],
  'the question of another article': [[article('rib'), 'questions:\n', 'questions:\n  - on m’a volé ma carte vitale\n  - code régime 01\n'], 'same-question'],
  'a way of asking with one word swapped': [
    [article('rib'), 'questions:\n', 'questions:\n  - comment donner mon nouveau rib\n  - comment envoyer mon nouveau rib\n'],
    'swapped-word',
  ],
  'too long a first answer': [said('rib', 'Voici un mot de plus. '.repeat(10)), 'short-answer'],
  'too long a sentence': [
    [article('rib'), /\n## À savoir\n\n/, `\n## À savoir\n\nCeci est ${'une bien longue phrase et '.repeat(5)}elle finit.\n\n`],
    'sentence-length',
  ],
  'words that are hard to read': [
    [
      article('trop-percu'),
      /\n## À savoir\n\n[\s\S]*/,
      `\n## À savoir\n\n${"L'authentification administrative conditionne l'individualisation réglementaire.\n\n".repeat(12)}`,
    ],
    'reading-ease',
  ],
  'a table': [[article('rib'), /\n## À savoir\n\n/, '\n## À savoir\n\n| a | b |\n|---|---|\n| c | d |\n\n'], 'markdown'],
  'sections out of order': [[article('rib'), '## Étapes', '## À savoir'], 'sections'],
  'an (e)': [said('rib', 'Vous êtes inscrit(e).'), 'wording'],
  'a point médian': [said('rib', "L'assuré·e signe."), 'wording'],
  'blame': [said('rib', "Je n'ai pas compris."), 'wording'],
  'an address without https': [said('rib', 'Voir [le site](http://www.ameli.fr).'), 'address'],
  'an emergency without its number': [[SAFETY, /\*\*\{\{fact:prevention-suicide\}\}\*\*/, 'les secours'], 'safety-number'],
  'an emergency number by hand': [[SAFETY, /\*\*\{\{fact:prevention-suicide\}\}\*\*/, '**3114**'], 'figure'],
  'hours that close before they open': [[CONTACTS, '08:30-17:00', '17:00-08:30'], 'schema'],
  'a motive that leads nowhere': [[MOTIVES, /topics: \[/, 'topics: [rien, '], 'unknown-reference'],
  'a word list that is none': [[VOCABULARY, /^stopwords:/m, 'stopword:'], 'schema'],
};

const all = Object.entries({ ...CONTRADICTIONS, ...FACT_BREAKS, ...OTHER_BREAKS });

/** The file that is broken among those it may refer to: the other articles only where they are named. */
function broken([file, from, to]: Mutation): ContentFiles {
  const text = files.get(file) ?? '';
  const changed = text.replace(from, () => to);
  if (changed === text) throw new Error(`${String(from)} does not stand in ${file}`);
  return new Map([...files].map(([path, kept]) => [path, path === file ? changed : kept]));
}

test('at least forty ways', () => {
  expect(all.length).toBeGreaterThanOrEqual(40);
});

test('unbroken, the content has nothing to tell', () => {
  expect(check(files)).toEqual([]);
});

test.each(all)('%s', (_, [mutation, rule, toldIn]) => {
  const problems = check(broken(mutation));
  expect(problems.map((problem) => [problem.file, problem.rule])).toContainEqual([toldIn ?? mutation[0], rule]);
});
