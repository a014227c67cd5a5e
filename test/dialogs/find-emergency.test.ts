import { findEmergency } from '../../dialogs/find-emergency';
import { readContentFiles } from '../../src/knowledge/content-files';
import { loadContent } from '../../src/knowledge/load-content';

const { content, problems } = loadContent(readContentFiles('knowledge'));
if (!content) throw new Error(JSON.stringify(problems));
const emergencies = Object.entries(content.safety.value.emergencies).map(([id, emergency]) => ({ id, ...emergency }));
const found = (text: string) => findEmergency(text, emergencies)?.emergency.id ?? 'none';

const EMERGENCIES: Readonly<Record<string, readonly string[]>> = {
  'urgence-vitale': [
    'je fais un malaise',
    'mon père fait un malaise',
    'je fait un malaise la',
    'ma femme vient de faire un malaise',
    'je fais un malaize',
    'elle ne respire plus',
    'il respire pu',
    'mon bébé ne respire plus !!!',
    "j'arrive plus à respirer",
    'jarrive pas a respirer',
    "J'AI DU MAL À RESPIRER",
    'jai mal a la poitrine',
    "j'ai une douleur dans la poitrine depuis une heure",
    'douleure a la poitrine qui serre',
    'mon mari fait une crise cardiaque',
    'crise cardiak',
    "je crois que c'est un infarctus",
    'mon voisin est en train de faire un AVC',
    'ma mère a perdu connaissance',
    'mon collègue est inconscient',
    'ma fille est inconsiente',
    'il saigne beaucoup',
    'je saigne énormément',
    'hémoragie',
    "j'ai avalé des médicaments",
    "j'ai pris trop de médicaments",
    'jai pri trop de medicament',
    'surdose de cachets',
    'mon fils a avalé un produit ménager',
    "c'est une urgence vitale",
    'il est en train de mourir',
    "mon père s'étouffe",
    'elle convulse',
    'mon mari ne répond plus et il est tout bleu',
    'il est tombé et ne se réveille plus',
    'vite une ambulance',
    'appelez le samu',
    'ma poitrine me serre depuis une heure et mon bras gauche est engourdi',
    'le petit a avalé une pile, il pleure',
    'je crache du sang depuis ce matin',
    'notre grand-mère respire très mal et ses lèvres sont violettes',
    'le 15 ne décroche pas et ma femme se tord de douleur',
    'mon père ne répond plus et il est froid',
  ],
  pompiers: [
    'il y a le feu chez moi',
    'y a le feu dans la cuisine',
    'ma maison brûle',
    'ma maison brule',
    'fuite de gaz dans l’immeuble',
    'je crois à une intoxication au monoxyde de carbone',
    'au feu',
    'accident de voiture avec des blessés',
  ],
  suicide: [
    "j'ai envie de mourir",
    'jai envie de mourir',
    "j'ai envi de mourir",
    'g envie de mourrir',
    'je veux mourir',
    'je veut mourrir',
    'je veux me suicider',
    'je vais me suicidé',
    'je pense au suicide',
    "j'ai des idées suicidaires",
    'envie d’en finir',
    'je vais en finir ce soir',
    'je veux en finir avec la vie',
    'je veux me tuer',
    'je vais me foutre en l’air',
    "je n'ai plus envie de vivre",
    'jai plu envie de vivre',
    'plus la force de vivre',
    'je veux mettre fin à mes jours',
    'je veux mettre fin a ma vie',
    'je ne veux plus vivre',
    'je veux disparaître pour toujours, me pendre',
    'autant mourir',
    'mon ami veut se suicider',
    'ma fille parle de suicide',
    'je vais sauter par la fenêtre',
    "j'ai envie de crever",
  ],
  violences: [
    'mon mari me frappe',
    'mon mari me frape',
    'mon marie me frappe',
    'mon mari me bat',
    'mon mari me tape dessus',
    'mon conjoint me frappe',
    'mon compagnon me bat',
    'mon copain me frappe',
    'mon petit ami me frappe',
    'ma femme me frappe',
    'mon père me frappe',
    'mon ex me menace',
    'mon ex me menace de mort',
    'il me frappe devant les enfants',
    "il m'a frappée hier soir",
    'je suis une femme battue',
    'je suis battue par mon mari',
    'victime de violences conjugales',
    'je subis des violences conjugale',
    "j'ai été violée",
    'jai ete violer',
    "on m'a violée",
    "on m'agresse dans la rue",
    'il veut me tuer',
    'mon mari va me tuer',
    'mon conjoint est violent avec moi',
  ],
  enfance: [
    'un enfant en danger',
    'enfant battu par ses parents',
    'mes voisins frappent leurs enfants',
    'un bébé secoué',
    'un enfant maltraité',
    'une enfant maltraitée',
    'maltraitance sur un enfant',
    'mon mari frappe mon fils',
    'mon conjoint tape ma fille',
    'il frappe mes enfants',
    'mon père me touche',
    'un enfant abusé',
  ],
};

const HARMLESS: readonly string[] = [
  'le site ne répond plus et je ne peux pas envoyer mon arrêt',
  'ma mutuelle ne répond plus et je paie tout',
  'personne ne répond plus et ça sonne dans le vide',
  'la pharmacienne a dit « la mutuelle ne répond plus » et j’ai sorti ma carte bleue',
  'la télécommande est dans le bras gauche du fauteuil',
  'mourir de rire',
  'aucun médecin ne veut me prendre comme patient',
  'je suis mort de rire',
  "j'ai envie de mourir de rire",
  'je vais mourrir de rire',
  'je meurs de faim',
  'je meurs d’envie de savoir quand je serai remboursé',
  'mal au dos depuis 2 ans',
  'j’ai mal au dos depuis deux ans, quel arrêt',
  'mon dos me tue',
  'ces délais me tuent',
  'capital décès',
  'mon mari est mort, capital décès',
  'mon père vient de mourir, que faire',
  'ma mère est décédée à l’hôpital',
  'décès de mon conjoint',
  'le suicide est-il couvert par le capital décès',
  'après le suicide de mon mari, quels droits',
  'suite au suicide de mon fils',
  'prévention du suicide : un remboursement de psychologue ?',
  'numéro de la sécu pour la prévention du suicide',
  'arrêt de travail suite à un malaise',
  'après un malaise au travail, accident du travail ?',
  "j'ai fait un malaise l'an dernier au travail",
  "j'étais inconscient de la date limite",
  'après mon infarctus, ai-je droit à une ALD',
  'suite à un infarctus je suis en invalidité',
  'ald pour un infarctus',
  'ayant eu un infarctus, quels frais sont réglés en totalité ?',
  'rééducation après un AVC',
  'mon mari a fait un avc il y a deux ans, ALD',
  'après ma crise cardiaque, arrêt de travail',
  'transport en ambulance remboursé ?',
  'combien coûte une ambulance',
  'bon de transport ambulance',
  'remboursement du transport par les pompiers',
  'facture du samu',
  'facture des pompiers',
  'urgences à l’hôpital, combien je paie',
  'forfait urgences',
  'passage aux urgences remboursé',
  'c’est urgent, je dois envoyer mon arrêt',
  "j'ai une urgence administrative",
  'urgence dentaire le dimanche',
  'mon mari me dit que je peux être sur sa carte',
  'mon mari me rattache à sa mutuelle',
  'mon mari bat tous les records de retard',
  'ma femme me demande mon attestation',
  'mon ex me demande la carte vitale des enfants',
  'mon conjoint est handicapé',
  'on me frappe de pénalités',
  'je suis frappé par une pénalité',
  'la franchise me tape sur les nerfs',
  'mon médecin me tape mon arrêt à l’ordinateur',
  'victime d’un accident de la route',
  'accident de voiture, mes soins seront-ils remboursés',
  'accident du travail avec blessure',
  'déclarer un accident causé par un tiers',
  'mon fils a été blessé à l’école',
  'mon fils s’est battu à l’école, accident',
  'enfant malade, arrêt de travail',
  'enfant handicapé, quelles aides',
  'carte vitale de mon enfant',
  'mon bébé n’a pas de carte vitale',
  'naissance de mon enfant',
  'allocation enfant décédé',
  'il y a le feu vert pour mon dossier',
  'mon dossier a disparu',
  'mon compte est bloqué, je vais craquer',
  'cette attente me rend fou',
  'je n’en peux plus d’attendre mon remboursement',
  'je suis épuisée, burn-out',
  'je suis en dépression, arrêt de travail',
  'remboursement psychologue',
  'hospitalisation en psychiatrie, forfait',
  'fin de vie, soins palliatifs à domicile',
  'congé de fin de vie pour un proche',
  'mettre fin à mon mi-temps thérapeutique',
  'mettre fin à mon arrêt de travail',
  'je veux en finir avec ce dossier',
  'je voudrais en finir avec la paperasse',
  'appareil pour mieux respirer la nuit, apnée',
  'machine pour respirer la nuit remboursée ?',
  'radio de la poitrine remboursée',
  'prothèse mammaire après cancer de la poitrine',
  'mal à la tête depuis hier, quel médecin',
  'perte de connaissance l’an passé, permis de conduire',
  'mon mari avait perdu connaissance, le transport est-il remboursé',
  'médicaments avalés par erreur remboursés deux fois',
  'trop de médicaments sur mon ordonnance',
  'gaz et électricité, quelle aide',
  'mon chien m’a mordu, accident',
  'violence au travail, arrêt',
  'je veux vivre à l’étranger',
  'plus envie de payer ma mutuelle',
  'je ne veux plus de cette mutuelle',
  'quels sont les numéros d’urgence en Europe avec ma carte',
];

const cases = Object.entries(EMERGENCIES).flatMap(([id, texts]) => texts.map((text) => [text, id] as const));

test('at least eighty ways each', () => {
  expect(new Set(cases.map(([text]) => text)).size).toBe(cases.length);
  expect(cases.length).toBeGreaterThanOrEqual(80);
  expect(new Set(HARMLESS).size).toBe(HARMLESS.length);
  expect(HARMLESS.length).toBeGreaterThanOrEqual(80);
});

test.each(cases)('« %s » is %s', (text, id) => {
  expect(found(text)).toBe(id);
});

test.each(HARMLESS)('« %s » is no emergency', (text) => {
  expect(found(text)).toBe('none');
});

test('an excused word excuses no other of the same message', () => {
  expect(found('mon mari me fait mourir de rire mais là il fait un malaise')).toBe('urgence-vitale');
  expect(found('après un malaise hier, je fais un malaise de nouveau')).toBe('urgence-vitale');
});

test('where the words stand is told, in the text as it was typed', () => {
  const text = 'Bonjour ! J’ai  ENVI de mourrir, aidez-moi';
  const { start = 0, end = 0 } = findEmergency(text, emergencies) ?? {};
  expect(text.slice(start, end)).toBe('ENVI de mourrir');
});

/** One slip in a word of five letters or more: a letter left out, doubled, or two swapped, never the first. */
const slips = (word: string) => {
  if (word.length < 6) return [];
  const middle = Math.floor(word.length / 2);
  const [head, a, b, tail] = [
    word.slice(0, middle),
    word[middle] ?? '',
    word[middle + 1] ?? '',
    word.slice(middle + 2),
  ];
  return [head + b + tail, head + a + a + b + tail, head + b + a + tail];
};

test('each word of six letters or more may be typed with a slip', () => {
  for (const { words } of emergencies) {
    for (const phrase of words) {
      for (const word of phrase.match(/\p{L}{6,}/gu) ?? []) {
        for (const typed of slips(word))
          expect([typed, found(phrase.replace(word, typed))]).not.toEqual([typed, 'none']);
      }
    }
  }
});
