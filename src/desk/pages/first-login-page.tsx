import type { DeskTexts } from '../desk-texts';
import { paths } from '../paths';
import { renderPage } from './page';
import { TextField } from './text-field';

export interface FirstLogin {
  secret: string;
  login: string;
  name: string;
  faults?: { name?: string; password?: string; again?: string };
}

export function firstLoginPage({ secret, login, name, faults = {} }: FirstLogin, texts: DeskTexts): string {
  const title = texts.say('first-login.title');
  return renderPage({
    texts,
    title,
    failed: Object.keys(faults).length > 0,
    children: (
      <>
        <h1>{title}</h1>
        <p>{texts.say('first-login.intro')}</p>
        <form method="post" action={paths.firstLogin(secret)} class="panel narrow">
          <TextField
            name="login"
            label={texts.say('first-login.login')}
            hint={texts.say('first-login.login-hint')}
            value={login}
            autoComplete="username"
            readOnly
          />
          <TextField
            name="name"
            label={texts.say('first-login.name')}
            hint={texts.say('first-login.name-hint')}
            value={name}
            fault={faults.name}
            autoComplete="off"
          />
          <TextField
            name="password"
            label={texts.say('first-login.password')}
            hint={texts.say('first-login.password-hint')}
            type="password"
            fault={faults.password}
            autoComplete="new-password"
          />
          <TextField
            name="again"
            label={texts.say('first-login.again')}
            type="password"
            fault={faults.again}
            autoComplete="new-password"
          />
          <button class="main">{texts.say('first-login.submit')}</button>
        </form>
      </>
    ),
  });
}
