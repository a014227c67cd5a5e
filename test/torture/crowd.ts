import { newWitness, Person, type Witness } from './person';
import { chat, writeToAdvisor } from './what-people-say';

/** Of ten persons so many write to an advisor. */
const WRITERS_OF_TEN = 3;

export interface Crowd {
  persons: Person[];
  witness: Witness;
  /** Resolves when every person has said what they had to say; rejects with the first who had to give up. */
  done: Promise<void>;
}

/** Persons who talk all at once, each in a conversation of their own: at least so many messages each, and on until `enough`
 *  says so. Some of them write to an advisor, at any moment of it. */
export function startCrowd(address: () => string, { size, messagesEach, random, enough }: CrowdOptions): Crowd {
  const witness = newWitness();
  const persons = Array.from({ length: size }, () => new Person(address, witness));
  const lives = persons.map(async (person, index) => {
    let writesAfter = index % 10 < WRITERS_OF_TEN ? Math.floor(random() * messagesEach) : Infinity;
    await person.begin();
    while (person.sent.length < messagesEach || !enough()) {
      if (person.sent.length >= writesAfter) {
        writesAfter = Infinity;
        await writeToAdvisor(person);
      } else await chat(person, random);
    }
    await person.read();
  });
  const done = Promise.all(lives).then(() => undefined);
  done.catch(() => undefined);
  return { persons, witness, done };
}

export interface CrowdOptions {
  size: number;
  messagesEach: number;
  random: () => number;
  enough: () => boolean;
}
