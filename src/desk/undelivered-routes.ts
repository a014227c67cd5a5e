import type { Response, Router } from 'express';
import type { Advisor } from '../storage/advisor-store';
import type { SetAsideMessage } from '../storage/outbox-store';
import { answerPage } from './answer-page';
import type { DeskDeps } from './desk-deps';
import { idIn } from './form';
import { type Undelivered, undeliveredPage } from './pages/undelivered-page';
import { paths } from './paths';
import type { OnlySignedIn } from './signed-in';
import { isOurs } from './ticket-rules';

/** What may be said after the button was pressed; named in the address, so that a reload sends nothing again. */
const DONE = ['sent-again', 'settled'] as const;

/** A vendor that is down for a day sets many aside: a page shows the oldest. */
const SHOWN = 100;

/** What no vendor took: which messages those are, and sending them again. */
export function addUndeliveredRoutes(router: Router, deps: DeskDeps, onlySignedIn: OnlySignedIn): void {
  const { outbox, clock, texts, log, wakeDelivery } = deps;

  router.get(
    '/undelivered',
    onlySignedIn((request, response, advisor) => {
      const done = DONE.find((one) => one === request.query['done']);
      return show(response, advisor, done && texts.say(`undelivered.${done}`));
    }),
  );

  router.post(
    '/undelivered/:message/send-again',
    onlySignedIn(async (request, response, advisor) => {
      const message = idIn(request, 'message');
      const isBack = await outbox.sendAgain(message, clock.now());
      if (isBack) {
        log.info({ message, advisorId: advisor.id }, 'an advisor sends a message again that was set aside');
        wakeDelivery();
      }
      response.redirect(303, `${paths.undelivered}?done=${isBack ? 'sent-again' : 'settled'}`);
    }),
  );

  async function show(response: Response, advisor: Advisor, done: string | undefined): Promise<void> {
    const messages = await Promise.all((await outbox.allSetAside(SHOWN)).map((message) => withTicket(message, deps)));
    const count = await outbox.countSetAside();
    answerPage(response, 200, undeliveredPage({ messages, count, advisor, now: clock.now(), done }, texts));
  }
}

/** The newest ticket of its conversation that this desk answers: with it an advisor knows whom the message is for. */
async function withTicket(message: SetAsideMessage, { tickets, fund }: DeskDeps): Promise<Undelivered> {
  const own = await tickets.ticketsOf(message.conversationId);
  return { message, ticket: own.find((ticket) => isOurs(ticket, fund)) };
}
