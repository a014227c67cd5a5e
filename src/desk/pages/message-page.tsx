import type { Advisor } from '../../storage/advisor-store';
import type { DeskTexts } from '../desk-texts';
import { paths } from '../paths';
import { renderPage } from './page';

/** A page that says one thing and shows the way back. */
export function messagePage(
  { title, message, advisor }: { title: string; message: string; advisor?: Advisor },
  texts: DeskTexts,
): string {
  return renderPage({
    texts,
    title,
    advisor,
    children: (
      <>
        <h1>{title}</h1>
        <p>{message}</p>
        <p>
          <a href={paths.queue}>{texts.say('page.back')}</a>
        </p>
      </>
    ),
  });
}
