/** What people write, in the mix that all benchmarks use: more than half of it questions, then answers to the bot's own,
 *  politeness and nonsense. Every bot under comparison is sent the same ones, in the same order. */
export const MESSAGES: readonly string[] = [
  'jai perdu ma carte vital',
  'oui',
  'où envoyer mon arrêt de travail ?',
  'non',
  'Comment obtenir une attestation de droits ?',
  'merci',
  'je nai pas recu mes indemnités journalières depuis 3 semaines',
  'azerty qsdf wxcv',
  'quel est le délai de remboursement des lunettes',
  'Bonjour',
  'comment déclarer un nouveau médecin traitant',
  'oui',
  'je déménage à Lyon le mois prochain, que faut-il faire ?',
  'non',
  'la CAF ne me paie plus mon APL',
  'oui mais je ne trouve pas le formulaire',
  'demander la carte européenne avant mon voyage en Espagne',
  'oui',
  'ma complémentaire santé solidaire arrive à échéance',
  'quel temps fera-t-il demain à Rennes',
  'mot de passe oublié du compte ameli',
  'oui',
  'je suis enceinte, quelles démarches ?',
  'non',
  'Autres façons de nous joindre',
  'rendez-vous avec un conseiller de ma caisse',
  'prise en charge à 100 % pour une affection de longue durée',
  'merci beaucoup',
  'bjr kelk1 pe mexpliké la franchise de 2 euro',
  'transport en taxi pour aller à l’hôpital',
];

/** The message number `turn` of this conversation: each conversation begins at another place of the mix. */
export function messageFor(conversation: number, turn: number): string {
  return MESSAGES[(conversation * 7 + turn) % MESSAGES.length] ?? '';
}
