import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Advisor } from '../../storage/advisor-store';
import type { DeskTexts } from '../desk-texts';
import { paths } from '../paths';

export interface PageFrame {
  texts: DeskTexts;
  title: string;
  /** Who is signed in; undefined before. */
  advisor?: Advisor;
  /** How many messages wait for somebody to look after them; a page that does not count them leaves it out. */
  undelivered?: number;
  /** Something on the page has to be mended first: said at the head of the title, where a screen reader begins. */
  failed?: boolean;
  children: ComponentChildren;
}

/** A whole page: one heading of the first level, one main part, no word and no style that does not come from a file. */
export function renderPage(frame: PageFrame): string {
  return `<!doctype html>\n${renderToString(<Page {...frame} />)}`;
}

function Page({ texts, title, advisor, undelivered = 0, failed = false, children }: PageFrame) {
  const page = failed ? texts.say('desk.error-title', { page: title }) : title;
  return (
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{texts.say('desk.title', { page })}</title>
        <link rel="stylesheet" href={paths.style} />
        <script src={paths.script} defer />
      </head>
      <body>
        <a class="skip" href="#content">
          {texts.say('desk.skip')}
        </a>
        <header class="top">
          <p class="name">{texts.say('desk.name')}</p>
          {advisor && <SignedIn advisor={advisor} undelivered={undelivered} texts={texts} />}
        </header>
        <main id="content" tabIndex={-1}>
          {advisor && <SessionOver texts={texts} />}
          {children}
        </main>
      </body>
    </html>
  );
}

function SignedIn({ advisor, undelivered, texts }: { advisor: Advisor; undelivered: number; texts: DeskTexts }) {
  return (
    <>
      <nav class="places" aria-label={texts.say('desk.name')}>
        <a href={paths.queue}>{texts.say('desk.queue')}</a>
        {undelivered > 0 && <a href={paths.undelivered}>{texts.say('desk.undelivered', { count: undelivered })}</a>}
      </nav>
      <form method="post" action={paths.signOut} class="signed-in">
        <span>{texts.say('desk.signed-in', { name: advisor.name })}</span>
        <button class="quiet">{texts.say('desk.sign-out')}</button>
      </form>
    </>
  );
}

/** Shown by the script when the server no longer knows the session: in a new tab, so that nothing typed is lost. */
function SessionOver({ texts }: { texts: DeskTexts }) {
  return (
    <div role="status">
      <p id="session-over" class="notice" hidden>
        {texts.say('desk.session-over')}{' '}
        <a href={paths.signIn} target="_blank" rel="noopener">
          {texts.say('desk.sign-in-again')}
        </a>
      </p>
    </div>
  );
}
