import type { DeskTexts } from '../desk-texts';
import { paths } from '../paths';
import { Notice } from './notice';
import { renderPage } from './page';
import { TextField } from './text-field';

export interface SignIn {
  /** As it was typed before. */
  login?: string;
  /** Where to go then. */
  next: string;
  /** An answer that was being written when the session ended, and up to which message its author had read. */
  draft?: { text: string; seen: number };
  fault?: string;
  notice?: string;
}

export function signInPage({ login = '', next, draft, fault, notice }: SignIn, texts: DeskTexts): string {
  const title = texts.say('sign-in.title');
  return renderPage({
    texts,
    title,
    failed: fault !== undefined,
    children: (
      <>
        <h1>{title}</h1>
        {(fault ?? notice) && (
          <Notice failed={fault !== undefined}>
            <p>{fault ?? notice}</p>
            {draft && <p>{texts.say('sign-in.text-kept')}</p>}
          </Notice>
        )}
        <form method="post" action={paths.signIn} class="panel narrow">
          <TextField name="login" label={texts.say('sign-in.login')} value={login} autoComplete="username" />
          <TextField
            name="password"
            label={texts.say('sign-in.password')}
            type="password"
            autoComplete="current-password"
          />
          <input type="hidden" name="next" value={next} />
          {draft && <input type="hidden" name="draft" value={draft.text} />}
          {draft && <input type="hidden" name="seen" value={draft.seen} />}
          <button class="main">{texts.say('sign-in.submit')}</button>
        </form>
      </>
    ),
  });
}
