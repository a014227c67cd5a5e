import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { asTyped } from '../../src/desk/advisor-activity';

/** Every rule of CommonMark, and more. */
const markdown = new MarkdownIt('default', { html: false, linkify: false });

/** What a reader sees: line ends of the elements, entities as signs. */
function seen(text: string): string {
  return markdown
    .render(asTyped(text))
    .replace(/<br>\n?/g, '\n')
    .replace(/<\/p>\n<p>/g, '\n\n')
    .replace(/<\/?p>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\u00a0/g, ' ')
    .trim();
}

const typed = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trimEnd().replaceAll('\u00a0', ' '))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

describe('an answer in Markdown', () => {
  it.each([
    '**important** et _souligné_ et `code`',
    '# Titre',
    '- un\n- deux',
    '1. un\n2) deux',
    '> cité',
    '    retrait',
    '---',
    'Titre\n===',
    '[lien](https://x.fr) <https://y.fr> <script>alert(1)</script>',
    '![image](x.png)',
    'a & b &amp; &copy; &#169;',
    'c:\\dossier\\* 5 * 3 ~~barré~~ | a | b |\n|---|---|',
    'prenom_nom@exemple.fr et https://www.ameli.fr/mon_dossier_2026',
    'Bonjour,\n\nune ligne\nune autre\n\n\nCordialement',
    '[a]: https://x.fr\n[a]',
    '```\ncode\n```',
    '1986. Une année',
    '+ plus\n* étoile',
  ])('shows what was typed: %j', (text) => {
    expect(seen(text)).toBe(typed(text));
  });

  it('shows what was typed, whatever it is', () => {
    const sign = fc.constantFrom(...'*_`[]()<>#+-=.!|~&;:\\"1 9\n\t ab é\u00a0@/'.split(''));
    fc.assert(
      fc.property(fc.string({ unit: sign, maxLength: 40 }), (text) => {
        const plain = text.replaceAll('\t', '    ').trim();
        expect(seen(plain).replace(/ +/g, ' ')).toBe(typed(plain).replace(/ +/g, ' '));
      }),
      { numRuns: 3_000 },
    );
  });
});
