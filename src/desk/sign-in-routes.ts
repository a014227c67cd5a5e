import type { Request, Response, Router } from 'express';
import { answerPage } from './answer-page';
import type { DeskDeps } from './desk-deps';
import { field, numberField } from './form';
import { timeWords } from './french-words';
import { signInPage } from './pages/sign-in-page';
import { isPassword } from './passwords';
import { paths, safeNext, ticketIn } from './paths';
import type { Sessions } from './sessions';
import { createSignInThrottle } from './sign-in-throttle';
import type { TicketDesk } from './ticket-desk';

/** Signing in and out. Which of login and password was wrong is not told, in words or in time. */
export function addSignInRoutes(router: Router, deps: DeskDeps, sessions: Sessions, desk: TicketDesk): void {
  const { advisors, clock, texts, log } = deps;
  const throttle = createSignInThrottle(deps.throttle);

  router.get('/sign-in', async (request, response) => {
    const next = safeNext(request.query['next']);
    if (await sessions.advisorOf(request, { touch: true })) {
      response.redirect(303, next);
      return;
    }
    const notice = 'over' in request.query ? texts.say('sign-in.session-over') : undefined;
    const bye = 'out' in request.query ? texts.say('sign-in.signed-out') : undefined;
    answerPage(response, 200, signInPage({ next, notice: notice ?? bye }, texts));
  });

  router.post('/sign-in', async (request, response) => {
    const login = field(request, 'login').trim().toLowerCase().slice(0, 100);
    const address = request.ip ?? '';
    const allowance = await throttle.take(login, address);
    if (!allowance.allowed) {
      log.warn({ address }, 'a sign-in was held back after too many wrong tries');
      refuseForNow(request, response, login, allowance.retryAfterMs);
      return;
    }
    const advisor = await advisors.advisorByLogin(login);
    const isRight = await isPassword(field(request, 'password'), advisor?.passwordHash ?? null);
    if (!advisor || !isRight) {
      log.warn({ address, advisorId: advisor?.id }, 'a sign-in was refused');
      answerPage(response, 401, signInPage({ ...kept(request), login, fault: texts.say('sign-in.wrong') }, texts));
      return;
    }
    await throttle.forgive(login, address);
    await sessions.open(advisor.id, request, response);
    log.info({ advisorId: advisor.id }, 'an advisor signed in');
    await goOn(request, response, advisor);
  });

  router.post('/sign-out', async (request, response) => {
    await sessions.end(request, response);
    response.redirect(303, `${paths.signIn}?out=1`);
  });

  function refuseForNow(request: Request, response: Response, login: string, retryAfterMs: number): void {
    const seconds = Math.ceil(retryAfterMs / 1_000);
    // The minute after: at the one that is shown the door is open.
    const time = timeWords(new Date(clock.now().getTime() + retryAfterMs + 59_999));
    response.set('Retry-After', String(seconds));
    answerPage(
      response,
      429,
      signInPage({ ...kept(request), login, fault: texts.say('sign-in.wait', { time }) }, texts),
    );
  }

  /** To the page that was wanted; with the answer that was being written when the session ended, if there is one. */
  async function goOn(request: Request, response: Response, advisor: { id: string; login: string; name: string }) {
    const { next, draft } = kept(request);
    const id = ticketIn(next);
    const ticket = draft && id ? await desk.ticket(id) : undefined;
    if (!draft || !ticket) {
      response.redirect(303, next);
      return;
    }
    const why = texts.say('refused.restored');
    await desk.showKept(response, advisor, ticket, { why, seen: draft.seen, draft: draft.text });
  }
}

/** What comes along through the sign-in. */
function kept(request: Request): { next: string; draft?: { text: string; seen: number } } {
  const text = field(request, 'draft');
  const draft = text === '' ? undefined : { text, seen: numberField(request, 'seen') };
  return { next: safeNext(field(request, 'next')), draft };
}
