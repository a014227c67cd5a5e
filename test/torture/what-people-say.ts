import type { Activity } from 'botbuilder';
import type { Person } from './person';
import { pick } from './pick';

const QUESTIONS = [
  ...['jai perdu ma carte vital', 'où envoyer mon arrêt de travail ?', 'comment changer mon rib', 'carte'],
  ...['non', 'oui', 'merci', 'bonjour', 'azerty qsdf wxcv', 'aucune', 'aide', 'recommencer'],
];
/** In the order in which the form asks for them. */
const FORM_WORDS = ['35000', 'Mon dossier', "J'attends une réponse depuis mai.", 'Camille Durand'];
const NONSENSE = 'azerty qsdf wxcvb';
/** More steps than the way to the receipt has. */
const STEPS_LIMIT = 20;

/** A few messages, one after the other or, now and then, several at the same moment. */
export async function chat(person: Person, random: () => number): Promise<void> {
  if (random() < 0.2) {
    const ids = await Promise.all([1, 2, 3].map(() => person.send(pick(QUESTIONS, random))));
    await Promise.all(ids.map((id) => person.answerTo(id)));
  } else await person.say(pick(QUESTIONS, random));
}

/** From two questions nobody can answer to the receipt; answers the ticket's number. */
export async function writeToAdvisor(person: Person): Promise<string> {
  const words = [...FORM_WORDS];
  let reply = await person.say(NONSENSE);
  for (let steps = 0; steps < STEPS_LIMIT; steps++) {
    const number = receiptOf(reply);
    if (number !== undefined) return number;
    const button = nextButton(reply);
    if (button) reply = await person.say(button.title, button.value);
    else if (has(reply, 'all-motives')) reply = await person.say('une réclamation');
    else reply = await person.say(isForm(reply) ? (words.shift() ?? NONSENSE) : NONSENSE);
  }
  throw new Error(`no receipt after ${STEPS_LIMIT} messages: ${reply.text}`);
}

/** The number that a receipt tells. */
export function receiptOf({ text = '' }: Partial<Activity>): string | undefined {
  return /numéro : \*\*(\d\d-\d{4}-\d{4}-[A-Z])\*\*/.exec(text.replaceAll('\u00a0', ' '))?.[1];
}

/** What leads on: the offer, the first of the questions it may be about, « ni l'un ni l'autre », « envoyer ». */
function nextButton(reply: Partial<Activity>) {
  return ['write-to-advisor', 'about-0', 'none', 'send'].flatMap((choice) => buttonFor(reply, choice) ?? [])[0];
}

function buttonFor({ suggestedActions }: Partial<Activity>, choice: string) {
  return suggestedActions?.actions.find(({ value }) => (value as { choice?: string } | undefined)?.choice === choice);
}

function has(reply: Partial<Activity>, choice: string): boolean {
  return buttonFor(reply, choice) !== undefined;
}

/** Outside the form every reply says how to ask or offers the way out; in it the buttons answer the form's own question. */
function isForm(reply: Partial<Activity>): boolean {
  return !/Demande \d sur|Je n.ai pas trouvé/.test(reply.text ?? '');
}
