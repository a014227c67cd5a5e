import { openDirectLine } from '../load/direct-line-door';

/** What a person writes to send a message to an advisor, from the first question on; typed where the page has buttons. */
const WORDS = [
  'jai perdu ma carte vital',
  'Non',
  'azerty qsdf wxcv',
  'Écrire à un conseiller',
  'jai perdu ma carte vital',
  'Une carte Vitale',
  '35000',
  'Carte jamais reçue',
  "J'ai commandé ma carte il y a deux mois. Elle n'est jamais arrivée.",
  'Camille Durand',
  "Ni l'un ni l'autre",
  'Envoyer le message',
];

/** So many messages to an advisor, each written by a person in a conversation of their own. */
export async function writeTickets(address: string, count: number): Promise<void> {
  const door = await openDirectLine(address, count);
  for (let person = 0; person < count; person++) {
    for (const words of WORDS) await door.say(person, words);
  }
  door.close();
}
