import { readableAccent } from './readable-accent';

/** The surfaces of theme.css: what an accent has to be read on. */
const LIGHT = '#ffffff';
const DARK = '#141a24';

/** A sheet with the page's own accent, made readable in both schemes; undefined when it is no colour `#rrggbb`. */
export function accentSheet(colour: string | undefined): CSSStyleSheet | undefined {
  const light = readableAccent(colour ?? '', LIGHT);
  const dark = readableAccent(colour ?? '', DARK);
  if (!light || !dark) return undefined;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host {
      --guichet-accent: ${light.accent}; --guichet-on-accent: ${light.onAccent};
      --guichet-person: ${light.accent}; --guichet-on-person: ${light.onAccent};
      --guichet-focus-outer: ${light.accent};
    }
    @media (prefers-color-scheme: dark) {
      :host {
        --guichet-accent: ${dark.accent}; --guichet-on-accent: ${dark.onAccent};
        --guichet-person: ${dark.accent}; --guichet-on-person: ${dark.onAccent};
        --guichet-focus-outer: #ffd773;
      }
    }`);
  return sheet;
}
