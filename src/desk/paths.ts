/** Where the desk is mounted, and what stands there: pages and routes name addresses from here only. */
export const DESK = '/desk';

export const paths = {
  queue: DESK,
  view: (view: string) => (view === 'open' ? DESK : `${DESK}?view=${view}`),
  signIn: `${DESK}/sign-in`,
  signOut: `${DESK}/sign-out`,
  firstLogin: (secret: string) => `${DESK}/first-login/${secret}`,
  ticket: (id: string) => `${DESK}/tickets/${id}`,
  attachment: (ticketId: string, id: string) => `${DESK}/tickets/${ticketId}/attachments/${id}`,
  ticketAction: (id: string, action: TicketAction) => `${DESK}/tickets/${id}/${action}`,
  undelivered: `${DESK}/undelivered`,
  sendAgain: (messageId: string) => `${DESK}/undelivered/${messageId}/send-again`,
  style: `${DESK}/desk.css`,
  script: `${DESK}/desk.js`,
};

export type TicketAction = 'take' | 'give-back' | 'reply' | 'status' | 'look';

/** Where to go after signing in: a ticket's page or the queue, never anywhere else. */
export function safeNext(next: unknown): string {
  return typeof next === 'string' && /^\/desk\/tickets\/[\w-]{1,64}$/.test(next) ? next : DESK;
}

/** The ticket of such an address. */
export function ticketIn(next: string): string | undefined {
  return /^\/desk\/tickets\/([\w-]{1,64})$/.exec(next)?.[1];
}
