import { withFigures } from '../placeholders';
import type { Problem } from '../problem';
import { passages } from './passages';
import type { Rule } from './rule';

/** What people must never read. The reasons stand in docs/tasks/add-an-article.md. */
const FORBIDDEN: readonly { pattern: RegExp; why: string }[] = [
  { pattern: /\(e\)|\(s\)|\p{L}·\p{L}/iu, why: 'no « (e) », no point médian: write the sentence so that it needs neither' },
  { pattern: /cliquez ici/i, why: '« cliquez ici » says nothing to who cannot see the page' },
  { pattern: /n['’]hésitez pas/i, why: '« n\'hésitez pas » is filler' },
  { pattern: /je n['’]ai pas compris|reformule[rz]/i, why: 'never blame the person: « je n\'ai pas compris », « reformulez »' },
  { pattern: /(?<!\p{L})(essai|échec)s?(?!\p{L})/iu, why: 'a person\'s request is no « essai » and no « échec »' },
];

export const wording: Rule = (content) =>
  passages(content).flatMap(({ file, line, text }) =>
    FORBIDDEN.filter(({ pattern }) => pattern.test(withFigures(text))).map(
      ({ why }): Problem => ({ file, line, severity: 'error', rule: 'wording', message: why }),
    ),
  );
