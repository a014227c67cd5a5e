import { messageFor } from '../load/messages';
import { turnsByMinute } from './day-shape';

export interface Arrival {
  at: Date;
  conversationId: string;
  text: string;
}

interface Talk {
  conversationId: string;
  number: number;
  said: number;
  /** How many messages this person writes. */
  length: number;
}

/** Somebody writes again after half a minute. */
const TALKS_PER_TURN_A_MINUTE = 0.5;

/** Who writes what and when, in order of time: at each moment as many people are in a conversation as the hour brings, each
 *  writes 3 to 10 messages, then somebody new comes. The same at every run but for the conversations' ids. */
export function* simulatedDay(start: Date, turns: number, newId: () => string): Generator<Arrival> {
  const talks: Talk[] = [];
  let begun = 0;
  let minute = 0;
  for (const now of turnsByMinute(turns)) {
    const room = Math.max(1, Math.round(now * TALKS_PER_TURN_A_MINUTE));
    for (let turn = 0; turn < now; turn++) {
      const place = turn % room;
      let talk = talks[place];
      if (!talk || talk.said === talk.length) {
        talk = { conversationId: newId(), number: begun, said: 0, length: 3 + (begun % 8) };
        talks[place] = talk;
        begun++;
      }
      const at = new Date(start.getTime() + (minute + turn / now) * 60_000);
      yield { at, conversationId: talk.conversationId, text: messageFor(talk.number, talk.said++) };
    }
    minute++;
  }
}
