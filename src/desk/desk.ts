import express, { type ErrorRequestHandler, type Request, type Response, type Router } from 'express';
import helmet from 'helmet';
import type { Advisor } from '../storage/advisor-store';
import { answerPage } from './answer-page';
import { addAttachmentRoutes } from './attachment-routes';
import type { DeskDeps } from './desk-deps';
import { offerFirstLogin } from './first-login';
import { addFirstLoginRoutes } from './first-login-routes';
import { ownPagesOnly } from './own-origin';
import { messagePage } from './pages/message-page';
import { readQueueView } from './queue';
import { Sessions } from './sessions';
import { showQueue } from './show-queue';
import { addSignInRoutes } from './sign-in-routes';
import { signedIn } from './signed-in';
import { TicketDesk } from './ticket-desk';
import { addTicketRoutes } from './ticket-routes';
import { addUndeliveredRoutes } from './undelivered-routes';

export interface Desk {
  /** To be mounted at `/desk`. */
  router: Router;
  /** Makes the first account and its one-time link where they are missing. Answers the file in which the link stands while
   *  nobody has used it. `address`: where the server listens, for want of a public one. */
  firstLogin(address: string): Promise<string | undefined>;
}

/** Ten times the longest answer: a text that is too long is refused with the text itself, not by the parser. */
const FORM_LIMIT = '256kb';

/** The advisors' desk: pages made here and plain forms. */
export function createDesk(deps: DeskDeps): Desk {
  const { texts, publicUrl } = deps;
  const sessions = new Sessions(deps.advisors, deps.clock, publicUrl?.startsWith('https:') ?? false);
  const desk = new TicketDesk(deps);
  const onlySignedIn = signedIn(sessions, texts);
  const say = (status: number, what: Said) => (_request: Request, response: Response, advisor?: Advisor) =>
    sayOnly(response, status, what, deps, advisor);
  const notFound = async (request: Request, response: Response, advisor: Advisor) =>
    say(404, 'not-found')(request, response, advisor);

  const router = express.Router();
  addAssets(router, deps.assets);
  router.use(headers());
  router.use(ownPagesOnly(publicUrl, (request, response) => say(403, 'forbidden')(request, response)));
  router.use(express.urlencoded({ extended: false, limit: FORM_LIMIT }));
  addFirstLoginRoutes(router, deps, sessions);
  addSignInRoutes(router, deps, sessions, desk);
  router.get(
    '/',
    onlySignedIn((request, response, advisor) =>
      showQueue(deps, response, advisor, readQueueView(request.query['view'])),
    ),
  );
  addTicketRoutes(router, desk, deps, { onlySignedIn, notFound });
  addAttachmentRoutes(router, desk, deps, { onlySignedIn, notFound });
  addUndeliveredRoutes(router, deps, onlySignedIn);
  router.use(onlySignedIn(notFound));
  router.use(lastResort(deps));
  return {
    router,
    firstLogin: (address) => offerFirstLogin(deps, publicUrl ?? address),
  };
}

function addAssets(router: Router, assets: string): void {
  for (const file of ['desk.css', 'desk.js']) {
    router.get(`/${file}`, (_request, response) => response.sendFile(file, { root: assets }));
  }
}

/** Stricter than the chat's, and with one difference: under `no-referrer` browsers send `Origin: null` with a form. */
function headers(): express.RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          'default-src': ["'self'"],
          'object-src': ["'none'"],
          'base-uri': ["'none'"],
          'form-action': ["'self'"],
          'frame-ancestors': ["'none'"],
          'require-trusted-types-for': ["'script'"],
        },
      },
      // Whether there is TLS is for the server that the desk is mounted in.
      strictTransportSecurity: false,
      referrerPolicy: { policy: 'same-origin' },
    }),
    (_request, response, next) => {
      response.set('Cache-Control', 'no-store');
      next();
    },
  ];
}

type Said = 'not-found' | 'forbidden' | 'too-large' | 'unreadable';

function sayOnly(response: Response, status: number, what: Said, { texts }: DeskDeps, advisor?: Advisor): void {
  const page = { title: texts.say(`page.${what}-title`), message: texts.say(`page.${what}`), advisor };
  answerPage(response, status, messagePage(page, texts));
}

/** What went wrong is for the log, under a reference; the address is not, for a one-time link may stand in it. */
function lastResort(deps: DeskDeps): ErrorRequestHandler {
  const { ids, texts, log } = deps;
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : 500;
    if (status === 413) sayOnly(response, 413, 'too-large', deps);
    else if (typeof status === 'number' && status < 500) sayOnly(response, 400, 'unreadable', deps);
    else {
      const reference = ids.uuid();
      log.error({ err: error, method: request.method, reference }, 'a request to the desk failed');
      const message = texts.say('page.broken', { reference });
      answerPage(response, 500, messagePage({ title: texts.say('page.broken-title'), message }, texts));
    }
  };
}
