import type { Request, Response, Router } from 'express';
import { answerPage } from './answer-page';
import type { DeskDeps } from './desk-deps';
import { forgetFirstLogin } from './first-login';
import { field } from './form';
import { type FirstLogin, firstLoginPage } from './pages/first-login-page';
import { messagePage } from './pages/message-page';
import { passwordFault } from './password-rules';
import { hashPassword } from './passwords';
import { paths } from './paths';
import { hashSecret } from './secrets';
import type { Sessions } from './sessions';

const NAME_LIMIT = 60;

/** The one-time link: a name, a password twice, and the advisor is in. Only a sound form uses the link up. */
export function addFirstLoginRoutes(router: Router, deps: DeskDeps, sessions: Sessions): void {
  const { advisors, clock, texts, log, dataDirectory } = deps;

  router.get('/first-login/:secret', async (request, response) => {
    const advisor = await advisorOf(request);
    if (!advisor) return linkIsOver(response);
    const { login, name } = advisor;
    answerPage(response, 200, firstLoginPage({ secret: secretOf(request), login, name }, texts));
  });

  router.post('/first-login/:secret', async (request, response) => {
    const advisor = await advisorOf(request);
    if (!advisor) return linkIsOver(response);
    const { id, login } = advisor;
    const secret = secretOf(request);
    const name = field(request, 'name').replace(/\s+/g, ' ').trim();
    const faults = faultsIn(request, name, login);
    if (Object.keys(faults).length > 0) {
      answerPage(response, 422, firstLoginPage({ secret, login, name, faults }, texts));
      return;
    }
    const passwordHash = await hashPassword(field(request, 'password'));
    if ((await advisors.useLink(hashSecret(secret), clock.now())) !== id) return linkIsOver(response);
    await advisors.rename(id, name);
    await advisors.setPassword(id, passwordHash);
    await advisors.endSessionsOf(id);
    forgetFirstLogin(dataDirectory);
    await sessions.open(id, request, response);
    log.info({ advisorId: id }, 'an advisor chose a password by a one-time link');
    response.redirect(303, paths.queue);
  });

  async function advisorOf(request: Request) {
    const id = await advisors.linkOwner(hashSecret(secretOf(request)), clock.now());
    return id === undefined ? undefined : advisors.advisor(id);
  }

  function linkIsOver(response: Response): void {
    const page = { title: texts.say('first-login.over-title'), message: texts.say('first-login.over') };
    answerPage(response, 410, messagePage(page, texts));
  }

  function faultsIn(request: Request, name: string, login: string): NonNullable<FirstLogin['faults']> {
    const password = field(request, 'password');
    const fault = passwordFault(password, login);
    return {
      ...(name === '' && { name: texts.say('first-login.no-name') }),
      ...(name.length > NAME_LIMIT && { name: texts.say('first-login.long-name') }),
      ...(fault && { password: texts.say(`fault.${fault}`) }),
      ...(!fault && field(request, 'again') !== password && { again: texts.say('first-login.differs') }),
    };
  }
}

function secretOf(request: Request): string {
  return String(request.params['secret']);
}
