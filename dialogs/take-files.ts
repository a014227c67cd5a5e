import { addToTicket, openTicket } from './recipient';
import { record, type Turn } from './turn';

/** Files go to an advisor, whom the person may have written to, or be writing to. Nobody else can use them: to somebody who
 *  sends one out of the blue it is said that nobody has it yet, and the way to an advisor is shown. */
export function takeFiles(turn: Turn): void {
  const { message, facts, reply, ports } = turn;
  const names = message.files.map(({ name }) => name).join(', ');
  const ticket = facts.draft ? undefined : openTicket(turn);
  turn.wayOutShown = true;
  if (ticket) {
    const ids = message.files.map(({ id }) => id);
    addToTicket(turn, ticket, ports.texts.say('files.in-thread', { names }), ids);
    reply.say('files.added', { names, number: ticket.number });
  } else {
    turn.facts = { ...facts, files: [...facts.files, ...message.files] };
    reply.say(facts.draft ? 'files.for-draft' : 'files.kept', { names });
    if (!facts.draft) reply.offerMenu('write-to-advisor', 'first');
  }
  const to = ticket ? 'ticket' : facts.draft ? 'draft' : 'nobody';
  record(turn, 'files-received', { count: message.files.length, to });
}
