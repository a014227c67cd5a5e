import { inlinePattern } from './inline-pattern';

/** A message's limited Markdown as plain text, with the line ends of every editor: marks are gone, links keep their address. */
export function plainText(markdown: string): string {
  return markdown.split(/\r?\n/).map(plainLine).join('\r\n');
}

function plainLine(line: string): string {
  const match = inlinePattern.exec(line);
  if (!match) return line;
  const { escaped, label, href, bold, italic } = match.groups ?? {};
  const inner = escaped ?? (label && href ? linkText(label, href) : plainLine(bold ?? italic ?? ''));
  const { index } = match;
  return line.slice(0, index) + inner + plainLine(line.slice(index + match[0].length));
}

function linkText(label: string, href: string): string {
  const address = href.replace(/^(?:tel|mailto):/i, '');
  const words = plainLine(label);
  return words.replace(/\s/g, '') === address ? words : `${words} (${address})`;
}
