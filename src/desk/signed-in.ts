import type { Request, RequestHandler, Response } from 'express';
import type { Advisor } from '../storage/advisor-store';
import { answerPage } from './answer-page';
import type { DeskTexts } from './desk-texts';
import { field, numberField } from './form';
import { signInPage } from './pages/sign-in-page';
import { paths } from './paths';
import type { Sessions } from './sessions';

export type AdvisorHandler = (request: Request, response: Response, advisor: Advisor) => Promise<void>;
export type OnlySignedIn = (handler: AdvisorHandler) => RequestHandler;

/** What the script asks by itself: nobody is at the keyboard for it, so it keeps no session alive. */
const BACKGROUND = 'X-Guichet-Background';

/** Lets only a signed-in advisor through. Others are shown the way in, and what they had written comes along. */
export function signedIn(sessions: Sessions, texts: DeskTexts): OnlySignedIn {
  return (handler) => async (request, response) => {
    const background = request.get(BACKGROUND) !== undefined;
    const advisor = await sessions.advisorOf(request, { touch: !background });
    if (advisor) return handler(request, response, advisor);
    if (background) response.status(401).type('text').send(texts.say('desk.session-over'));
    else showWayIn(request, response, sessions, texts);
  };
}

function showWayIn(request: Request, response: Response, sessions: Sessions, texts: DeskTexts): void {
  const { id } = request.params;
  const next = typeof id === 'string' ? paths.ticket(id) : paths.queue;
  if (request.method === 'GET' || request.method === 'HEAD') {
    const query = new URLSearchParams({ next, ...(sessions.holdsOne(request) && { over: '1' }) });
    response.redirect(303, `${paths.signIn}?${query.toString()}`);
    return;
  }
  const text = field(request, 'text');
  const draft = text === '' ? undefined : { text, seen: numberField(request, 'seen') };
  const notice = texts.say('sign-in.session-over');
  answerPage(response, 401, signInPage({ next, draft, notice }, texts));
}
