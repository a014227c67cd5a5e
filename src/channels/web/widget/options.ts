/** Where the chat stands: behind a launcher in a corner of the page, or in the page itself, filling its box. */
export type Position = 'bottom-right' | 'bottom-left' | 'inline';

/** What the page that embeds the chat decides; docs/tasks/embed-the-widget.md tells all of it. */
export interface Options {
  /** Prefix of the server's Direct Line calls. */
  base: string;
  /** Origin of the server. */
  server: string;
  title: string | undefined;
  position: Position;
  /** A BCP 47 tag: how dates are written, and what the server is told. The words themselves are French. */
  locale: string;
  /** A kiosk or a library: nothing is kept, and two idle minutes wipe the screen. */
  shared: boolean;
  accent: string | undefined;
}

/** The attributes of the element, and of the script tag with `data-` before each. */
export const OPTION_NAMES = ['server', 'title', 'position', 'locale', 'shared', 'accent', 'open'] as const;

/** `home`: where the script came from, the server unless the page names another. */
export function readOptions(element: Element, home: string): Options {
  const text = (name: (typeof OPTION_NAMES)[number]) => element.getAttribute(name)?.trim() || undefined;
  const server = originOf(text('server'), home);
  return {
    base: `${server}/directline`,
    server,
    title: text('title'),
    position: positionOf(text('position')),
    locale: localeOf(text('locale')),
    shared: element.hasAttribute('shared'),
    accent: text('accent'),
  };
}

/** An address that is none falls back to where the script came from: a typing mistake must not send words elsewhere. */
function originOf(server: string | undefined, home: string): string {
  try {
    return new URL(server ?? home, home).origin;
  } catch {
    return home;
  }
}

function positionOf(text: string | undefined): Position {
  return text === 'inline' || text === 'bottom-left' ? text : 'bottom-right';
}

function localeOf(text: string | undefined): string {
  try {
    return Intl.getCanonicalLocales(text ?? 'fr-FR')[0] ?? 'fr-FR';
  } catch {
    return 'fr-FR';
  }
}
