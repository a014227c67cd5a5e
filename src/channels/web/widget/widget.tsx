import { render } from 'preact';
import { Chat } from './chat';
import chatStyle from './chat.css';
import controlsStyle from './controls.css';
import messageStyle from './message.css';
import themeStyle from './theme.css';

/**
 * Constructed sheets and not a `<style>`: a policy of `style-src 'self'` lets only the former in.
 * They set the oldest browsers served: Chrome 73, Firefox 101, Safari 16.4 (March 2023).
 */
const sheets = [themeStyle, controlsStyle, chatStyle, messageStyle].map((text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
});

/** `<guichet-chat>`: the chat, shut off from the style of the page it stands in. It fills the box it is given. */
class GuichetChat extends HTMLElement {
  connectedCallback(): void {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = sheets;
    render(<Chat base="/directline" />, root);
  }

  disconnectedCallback(): void {
    if (this.shadowRoot) render(null, this.shadowRoot);
  }
}

if (!customElements.get('guichet-chat')) customElements.define('guichet-chat', GuichetChat);
