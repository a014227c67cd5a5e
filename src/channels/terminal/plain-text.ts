/** Limited Markdown as a terminal reads it: no stars, links with their address behind them. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/\[([^\]]+)\]\(([^)]+)\)/g, '$1 ($2)')
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/(^|[\s(])_([^_]+)_(?=$|[\s).,])/gm, '$1$2')
    .replace(/^- /gm, '• ');
}
