/** A knowledge base of five subjects, small enough to keep in mind while reading a test. */
import type { SearchArticle } from '../../src/search/article';
import type { Vocabulary } from '../../src/search/vocabulary';

export const vocabulary: Vocabulary = {
  phrases: [
    { say: ['carte vitale', 'carte verte'], as: 'carte-vitale' },
    { say: ['arrêt de travail', 'arrêt maladie'], as: 'arret-de-travail' },
    { say: ['36 46'], as: '3646' },
    { say: ['rendez-vous'], as: 'rendez-vous' },
    { say: ['trop versé'], as: 'trop-percu' },
  ],
  spellings: { jai: "j'ai", koi: 'quoi', vital: 'vitale', mdp: 'mot de passe' },
  synonyms: [
    ['perdre', 'égarer', 'paumer'],
    ['envoyer', 'transmettre'],
    ['bébé', 'nouveau-né'],
  ],
  protected: ['ALD', 'RIB', 'CARSAT', 'ARS'],
  stopwords: [
    'je',
    'ai',
    'ma',
    'mon',
    'le',
    'la',
    'les',
    'de',
    'à',
    'un',
    'une',
    'comment',
    'est',
    'et',
    'quoi',
    'que',
    'qui',
    'vous',
    'êtes',
    'trop',
    'bonjour',
  ],
};

const article = (
  id: string,
  title: string,
  questions: readonly string[],
  rest: Partial<SearchArticle> = {},
): SearchArticle => ({
  id,
  kind: 'own',
  title,
  questions,
  keywords: [],
  text: '',
  details: '',
  ...rest,
});

export const articles: readonly SearchArticle[] = [
  article('vitale-perdue', 'Carte Vitale perdue ou volée', [
    "J'ai perdu ma carte vitale",
    "On m'a volé ma carte vitale",
    'Déclarer la perte de la carte',
    'Je ne retrouve plus ma carte verte',
  ]),
  article('vitale-commander', 'Commander une carte Vitale', [
    'Comment commander une carte vitale ?',
    'Je veux une nouvelle carte vitale',
    'Première carte pour mon enfant',
    'Carte vitale jamais arrivée',
  ]),
  article('arret-envoyer', 'Envoyer un arrêt de travail', [
    'Comment envoyer mon arrêt de travail ?',
    'À qui transmettre un arrêt maladie ?',
    'Mon médecin a prescrit un arrêt',
  ]),
  article('rib', 'Changer son RIB', [
    'Comment changer de RIB ?',
    'Nouveau compte bancaire',
    'Modifier mes coordonnées bancaires',
  ]),
  article(
    'ailleurs-caf',
    "C'est la CAF",
    ['Comment demander le RSA ?', 'Mes allocations familiales ne sont pas versées', 'Prime d’activité'],
    { kind: 'elsewhere', keywords: ['APL', 'logement'] },
  ),
  article('bot-presentation', 'Qui êtes-vous ?', ['Qui êtes-vous ?', 'Êtes-vous un robot ?', 'Parlez-vous anglais ?'], {
    kind: 'bot',
  }),
];

export const offTopic: readonly string[] = [
  'recette de gâteau au chocolat',
  'météo de demain',
  'résultat du match de foot',
  'réserver un billet de train',
];
