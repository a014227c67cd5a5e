/** Two articles and one of everything else: right by every rule, and small enough to keep in mind while reading a test. */
import type { ContentFiles } from '../../src/knowledge/content-files';
import { lintContent } from '../../src/knowledge/lint/lint-content';
import { loadContent } from '../../src/knowledge/load-content';
import type { Problem } from '../../src/knowledge/problem';

export const LOST = 'knowledge/articles/carte/carte-perdue.md';
export const ORDER = 'knowledge/articles/carte/carte-commander.md';
export const FACTS = 'knowledge/facts.yaml';
export const CONTACTS = 'knowledge/contacts.yaml';
export const FUNDS = 'knowledge/funds.yaml';
export const COMMUNES = 'knowledge/communes.yaml';
export const MOTIVES = 'knowledge/motives.yaml';
export const SAFETY = 'knowledge/safety.yaml';
export const VOCABULARY = 'knowledge/vocabulary.yaml';
export const OUTDATED = 'knowledge/outdated.yaml';
export const OFF_TOPIC = 'knowledge/off-topic.yaml';

/** One fund serves them all, but for a second one in Nord. */
const DEPARTMENTS = [
  ...Array.from({ length: 95 }, (_, index) => String(index + 1).padStart(2, '0')).filter((number) => number !== '20'),
  ...['2A', '2B', '971', '972', '973', '974', '976', '977', '978'],
];

const TEXTS: Readonly<Record<string, string>> = {
  [LOST]: `---
title: Carte perdue ou volée
kind: own
questions:
  - j'ai perdu ma carte
  - carte volée
  - on m'a pris ma carte
  - je ne retrouve plus ma carte
  - carte égarée
  - déclarer la perte de ma carte
  - déclarer le vol de ma carte
  - ma carte a disparu
  - perte de carte
  - vol de carte
  - où est passée ma carte
  - signaler une perte
contacts: [compte, telephone]
related: [carte-commander]
sources:
  - title: Carte perdue ou volée
    publisher: ameli.fr
    url: https://www.ameli.fr/carte-perdue
    seen: 2026-11-01
reviewed: 2026-11-01
---

## En bref

Déclarez la perte dans {{contact:compte}} ou appelez le {{fact:numero}}.

## Étapes

1. Ouvrez votre compte.
2. Écrivez votre {{term:nir}}.

## À préparer

- Une photo.

## À savoir

**Délai.** Comptez {{fact:delai}}. Voyez [le site](https://www.ameli.fr/carte-2026).
`,
  [ORDER]: `---
title: Commander une carte
kind: own
questions:
  - commander une carte
  - je veux une carte
  - nouvelle carte
  - première carte
  - carte pour mon enfant
  - demander une carte
  - obtenir une carte
  - refaire ma carte
  - remplacer ma carte
  - renouveler ma carte
  - carte jamais reçue
  - quand vais-je recevoir ma carte
sources:
  - title: Commander une carte
    publisher: ameli.fr
    seen: 2026-11-01
reviewed: 2026-11-01
---

## En bref

Commandez votre carte dans votre compte.
`,
  [FACTS]: `sources:
  ameli:
    title: Nos engagements
    publisher: ameli.fr
    seen: 2026-11-01
facts:
  numero:
    kind: phone
    value: '3646'
    say: '36 46'
    confidence: A
    source: ameli
    reviewed: 2026-11-01
    owner: contenu
  delai:
    kind: delay
    value: '14'
    unit: jours
    say: deux semaines
    confidence: C
    source: ameli
    valid: { until: 2026-12-31 }
    fallback: Le délai est à vérifier sur ameli.fr.
    reviewed: 2026-11-01
    owner: contenu
`,
  [CONTACTS]: `contacts:
  compte:
    kind: online
    name: Votre compte
    how: Connectez-vous à votre compte.
    reason: ouvert à toute heure
  telephone:
    kind: phone
    name: Le 36 46
    how: Appelez le {{fact:numero}}.
    reason: un conseiller au téléphone
    voice: true
    territories:
      - metropole
    hours:
      metropole: bureau
territories:
  metropole:
    name: en métropole
    zone: Europe/Paris
    holidays: nationaux
timetables:
  bureau:
    zone: Europe/Paris
    holidays: nationaux
    days: { mon: 08:30-17:00 }
    confidence: B
    source: { title: Horaires, publisher: ameli.fr, seen: 2026-11-01 }
    reviewed: 2026-11-01
holidays:
  nationaux: { own: [] }
`,
  [FUNDS]: `sources: {}
reviewed: 2026-11-01
others:
  "975": { name: une autre caisse, territory: metropole }
funds:
  "011":
    name: La grande caisse
    type: CPAM
    departments: [${DEPARTMENTS.map((department) => `"${department}"`).join(', ')}]
    territory: metropole
    aliases: ["012"]
    address: { lines: [1 rue Haute], postcode: "01000", city: Bourg, dated: 2017-09-19 }
  "599":
    name: La petite caisse
    type: CPAM
    departments: ["59"]
    territory: metropole
    address: { lines: [], postcode: "59300", city: Valenciennes, dated: 2017-09-19 }
`,
  [COMMUNES]: `sources: {}
reviewed: 2026-11-01
postcodes:
  "59000": "011"
  "59300": "599"
  "59171":
    - { commune: Hornaing, fund: "011" }
    - { commune: Hélesmes, fund: "599" }
  "59110": null
`,
  [MOTIVES]: `motives:
  carte:
    title: Une carte
    needs:
      - la date de la demande
    topics: [carte-perdue, carte-commander]
    keywords: [carte]
    guard: papiers
guards:
  papiers:
    - words: [photo]
      say: Postez la photo. Appelez le {{fact:numero}}.
      topic: carte-commander
commitment: null
`,
  [SAFETY]: `emergencies:
  malaise:
    numbers:
      - numero
    say: Appelez le {{fact:numero}} tout de suite.
    words: [fait un malaise]
`,
  [VOCABULARY]: `phrases: []
spellings: {}
synonyms: []
protected: []
stopwords: [le, la]
terms:
  nir: { say: numéro de sécurité sociale, explain: sur votre carte }
languages: {}
`,
  [OUTDATED]: `terms:
  - { words: ["36 45"], instead: le 36 46 }
  - { words: [CMU, CMU-C, ACS], instead: la C2S }
  - { words: [code à quatre chiffres], instead: un mot de passe }
`,
  [OFF_TOPIC]: `sentences: [recette de gâteau]
`,
};

export function smallContent(): Map<string, string> {
  return new Map(Object.entries(TEXTS));
}

/** The small content with one text changed: `from` must stand in the file. */
export function changed(file: string, from: string, to: string, files = smallContent()): Map<string, string> {
  const text = files.get(file) ?? '';
  if (!text.includes(from)) throw new Error(`"${from}" does not stand in ${file}`);
  return files.set(file, text.replace(from, () => to));
}

/** Line (from 1) of the first line that holds this text. */
export function lineOf(files: ContentFiles, file: string, text: string): number {
  const index = (files.get(file) ?? '').split('\n').findIndex((line) => line.includes(text));
  if (index < 0) throw new Error(`"${text}" does not stand in ${file}`);
  return index + 1;
}

/** Everything that loading and the lint have to say, as `npm run knowledge` shows it. */
export function check(files: ContentFiles, day?: string): Problem[] {
  const { content, problems } = loadContent(files);
  return [...problems, ...(content ? lintContent(content, day) : [])];
}
