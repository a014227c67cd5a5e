/** What really happened to one conversation: what clients sent, what the store holds, what readers saw. */
export interface History {
  conversationId: string;
  sent: readonly Sent[];
  transcript: readonly Entry[];
  /** Ids in the order in which each reader saw them. */
  readers: readonly (readonly string[])[];
  /** Activity ids that are accepted and still wait. */
  waiting: readonly string[];
  /** Numbers of the tickets written from it. */
  tickets: readonly string[];
  /** How many `ticket-sent` events it has. */
  ticketEvents: number;
}

export interface Sent {
  clientId: string;
  postedAt: number;
  acknowledgedAt?: number;
  id?: string;
}

export interface Entry {
  seq: number;
  id: string;
  author: string;
  clientId?: string;
  replyToId?: string;
  /** The ticket's number, where it is a receipt. */
  receipt?: string;
}

/** Every way in which the history breaks a promise of docs/delivery.md; none: it is sound. */
export function checkHistory(history: History): string[] {
  const rules = [gaps, lostOrDoubled, unanswered, outOfOrder, readOtherwise, halfTickets];
  return rules.flatMap((rule) => rule(history)).map((fault) => `${history.conversationId}: ${fault}`);
}

/** `seq` counts 1, 2, 3 …, and no id stands twice. */
function gaps({ transcript }: History): string[] {
  const wrong = transcript
    .filter(({ seq }, index) => seq !== index + 1)
    .map(({ seq }) => `gap or double at seq ${seq}`);
  return [...wrong.slice(0, 1), ...doubles(transcript.map(({ id }) => id)).map((id) => `id ${id} stands twice`)];
}

/** What was acknowledged stands in the transcript once, under the id that was told; nothing else does. */
function lostOrDoubled({ sent, transcript }: History): string[] {
  const persons = transcript.filter(({ author }) => author === 'person');
  const faults = sent.flatMap(({ clientId, id }) => {
    const copies = persons.filter((entry) => entry.clientId === clientId);
    if (copies.length > 1) return [`message ${clientId} stands ${copies.length} times`];
    if (id === undefined) return [];
    if (copies.length === 0) return [`message ${clientId} was acknowledged and is lost`];
    return copies[0]?.id === id ? [] : [`message ${clientId} was acknowledged under another id`];
  });
  const known = new Set(sent.map(({ clientId }) => clientId));
  const foreign = persons.filter(({ clientId }) => clientId === undefined || !known.has(clientId));
  return [...faults, ...foreign.map(({ id }) => `message ${id} was sent by nobody`)];
}

/** Each message has one answer, right behind it. */
function unanswered({ transcript, waiting }: History): string[] {
  const faults = transcript.flatMap(({ id, seq, author }) => {
    if (author !== 'person') return [];
    const answers = transcript.filter(({ replyToId }) => replyToId === id);
    if (answers.length !== 1) return [`message ${id} has ${answers.length} answers`];
    return answers[0]?.seq === seq + 1 ? [] : [`the answer to ${id} does not stand behind it`];
  });
  return [...faults, ...waiting.map((id) => `message ${id} still waits`)];
}

/** What was acknowledged before another was sent stands before it. */
function outOfOrder({ sent, transcript }: History): string[] {
  const places = new Map(transcript.map(({ clientId, seq }) => [clientId, seq]));
  return sent.flatMap((later) =>
    sent
      .filter(({ acknowledgedAt }) => acknowledgedAt !== undefined && acknowledgedAt < later.postedAt)
      .filter(({ clientId }) => (places.get(clientId) ?? 0) > (places.get(later.clientId) ?? Infinity))
      .map(({ clientId }) => `message ${later.clientId} stands before ${clientId}, which was acknowledged earlier`),
  );
}

/** Every reader saw the transcript from its beginning, in its order, without a gap or a double. */
function readOtherwise({ transcript, readers }: History): string[] {
  return readers.flatMap((seen, reader) => {
    const differs = seen.findIndex((id, index) => id !== transcript[index]?.id);
    return differs < 0 ? [] : [`reader ${reader} saw ${seen[differs]} as number ${differs + 1}`];
  });
}

/** Each receipt has its ticket, each ticket its receipt and its event. */
function halfTickets({ transcript, tickets, ticketEvents }: History): string[] {
  const receipts = transcript.flatMap(({ receipt }) => receipt ?? []);
  return [
    ...receipts.filter((number) => !tickets.includes(number)).map((number) => `receipt ${number} has no ticket`),
    ...tickets.filter((number) => !receipts.includes(number)).map((number) => `ticket ${number} has no receipt`),
    ...doubles(receipts).map((number) => `receipt ${number} was given twice`),
    ...(ticketEvents === tickets.length ? [] : [`${tickets.length} tickets, ${ticketEvents} events of tickets`]),
  ];
}

function doubles(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) < index);
}
