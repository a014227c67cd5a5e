import { Fragment, type ComponentChildren } from 'preact';
import { fr } from './fr';
import { inlinePattern } from './inline-pattern';
import { markdownBlocks, type Block } from './markdown-blocks';

/**
 * A message's limited Markdown as elements: paragraphs, lists, **bold**, _italic_, links to http(s), tel and mailto, and
 * signs behind a backslash.
 * Never HTML: what it does not know, or a link to anywhere else, is shown as it was written.
 */
export function Markdown({ text }: { text: string }) {
  return <>{markdownBlocks(text).map((block, index) => renderBlock(block, index))}</>;
}

function renderBlock(block: Block, key: number) {
  if (block.kind === 'paragraph') return <p key={key}>{renderLines(block.lines)}</p>;
  const items = block.items.map((lines, index) => <li key={index}>{renderLines(lines)}</li>);
  if (!block.ordered) return <ul key={key}>{items}</ul>;
  return (
    <ol key={key} start={block.start}>
      {items}
    </ol>
  );
}

function renderLines(lines: string[]): ComponentChildren {
  return lines.map((line, index) => (
    <Fragment key={index}>
      {index > 0 && <br />}
      {renderInline(line)}
    </Fragment>
  ));
}

function renderInline(text: string): ComponentChildren {
  const match = inlinePattern.exec(text);
  if (!match) return text;
  const { index, groups = {} } = match;
  return [text.slice(0, index), renderMarked(groups), renderInline(text.slice(index + match[0].length))];
}

function renderMarked({
  escaped: sign,
  label,
  href,
  bold: strong,
  italic: emphasis,
}: Record<string, string | undefined>) {
  if (sign) return sign;
  if (label && href) return <Link href={href}>{renderInline(label)}</Link>;
  if (strong) return <strong>{renderInline(strong)}</strong>;
  return <em>{renderInline(emphasis ?? '')}</em>;
}

/** A page elsewhere opens beside the chat, and says so: the conversation must not be lost by following a link. */
function Link({ href, children }: { href: string; children: ComponentChildren }) {
  if (!/^https?:/i.test(href)) return <a href={href}>{children}</a>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
      <span class="hidden">{fr.newWindow}</span>
    </a>
  );
}
