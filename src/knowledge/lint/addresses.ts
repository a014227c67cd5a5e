import MarkdownIt from 'markdown-it';
import type { Problem } from '../problem';
import type { Rule } from './rule';

const markdownIt = new MarkdownIt();
/** What a link to another article looks like when somebody tries: a topic id, a file, an anchor. */
const INTERNAL = /^[a-z0-9/._-]*(#.*)?$/i;

/** A link leads to a well-formed public address. Whether anybody answers there is not asked: nothing is fetched. */
export const addresses: Rule = ({ articles }) =>
  articles.flatMap(({ file, sections }) =>
    sections.flatMap(({ markdown, line }) =>
      markdown.split('\n').flatMap((text, index) =>
        linksIn(text).flatMap((href): Problem[] => {
          const why = whatIsWrong(href);
          return why ? [{ file, line: line + index, severity: 'error', rule: 'address', message: `"${href}": ${why}` }] : [];
        }),
      ),
    ),
  );

function linksIn(text: string): string[] {
  const written = [...text.matchAll(/\]\(([^)]*)\)/g)].map(([, href = '']) => href.trim());
  const bare = markdownIt.parseInline(text, {}).flatMap(({ children }) => children ?? []);
  const read = bare.filter(({ type }) => type === 'link_open').map((link) => String(link.attrGet('href') ?? ''));
  return [...new Set([...written, ...read])];
}

function whatIsWrong(href: string): string | undefined {
  if (INTERNAL.test(href)) return 'no link inside the knowledge base: name the article in `related`';
  const url = URL.canParse(href) ? new URL(href) : undefined;
  if (!url || /\s/.test(href)) return 'no address that a browser can open';
  if (url.protocol !== 'https:') return 'an address begins with https://';
  if (url.username || url.password) return 'no name and no password in an address';
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(url.hostname) && /[a-z]{2,}$/.test(url.hostname) ? undefined : 'no public site has that name';
}
