import { GuichetChat } from './chat-element';
import { OPTION_NAMES } from './options';

/** What the script does in a page: makes `<guichet-chat>` known and, where the page has none of its own, adds one. */
const script = document.currentScript;
const home = script instanceof HTMLScriptElement && script.src ? new URL(script.src).origin : location.origin;

if (!customElements.get('guichet-chat')) {
  GuichetChat.home = home;
  customElements.define('guichet-chat', GuichetChat);
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', addLauncher);
  else addLauncher();
}

/** One line of script is all that a page needs; the script's `data-` attributes are the element's attributes. */
function addLauncher(): void {
  if (document.querySelector('guichet-chat')) return;
  const chat = document.createElement('guichet-chat');
  for (const name of OPTION_NAMES) {
    const value = script?.getAttribute(`data-${name}`);
    if (value !== null && value !== undefined) chat.setAttribute(name, value);
  }
  document.body.append(chat);
}

// An ES module, in so many words: the bundler would else take it for CommonJS, as package.json says, and wrap each file.
export {};
