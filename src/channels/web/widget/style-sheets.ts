import colours from './colours.css';
import chatStyle from './chat.css';
import controlsStyle from './controls.css';
import messageStyle from './message.css';
import panelStyle from './panel.css';
import themeStyle from './theme.css';
import trayStyle from './tray.css';

/**
 * Constructed sheets and not a `<style>`: a policy of `style-src 'self'` lets only the former in.
 * They set the oldest browsers served, with the syntax that scripts/build.mjs aims at: Chrome 94, Firefox 101 and
 * Safari 16.4 (March 2023).
 */
export const styleSheets = [colours, themeStyle, controlsStyle, chatStyle, messageStyle, trayStyle, panelStyle].map(
  (text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  },
);
