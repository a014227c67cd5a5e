import MarkdownIt from 'markdown-it';

/** The signs that answers use, and no others: no headings between ours, no images, and HTML is shown as it is typed. */
const markdown = new MarkdownIt('zero', { html: false, breaks: true });
markdown.enable(['list', 'emphasis', 'link', 'newline', 'escape']);

/** What the assistant said, as people saw it. */
export function Markdown({ text }: { text: string }) {
  // Escaped by markdown-it, which also drops links to anything but pages, mail and telephone.
  return <div class="said" dangerouslySetInnerHTML={{ __html: markdown.render(text) }} />;
}
