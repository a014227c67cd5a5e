/** A piece of a message: a paragraph of lines, or a list whose items are of several lines. `start` is the first number. */
export type Block =
  { kind: 'paragraph'; lines: string[] } | { kind: 'list'; ordered: boolean; start: number; items: string[][] };

const itemPattern = /^\s{0,3}(?:-|(\d{1,3})\.)\s+(.*)$/;

/** Cuts the limited Markdown of a message into blocks. What it does not know stays text of a paragraph. */
export function markdownBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let afterBlank = true;
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') {
      afterBlank = true;
      continue;
    }
    addLine(blocks, line, afterBlank);
    afterBlank = false;
  }
  return blocks;
}

function addLine(blocks: Block[], line: string, afterBlank: boolean): void {
  const last = blocks.at(-1);
  const item = itemPattern.exec(line);
  if (item) return addItem(blocks, item[1], item[2] ?? '');
  const belongsToItem = last?.kind === 'list' && (!afterBlank || /^\s{2,}/.test(line));
  if (belongsToItem) last.items.at(-1)?.push(line.trim());
  else if (last?.kind === 'paragraph' && !afterBlank) last.lines.push(line);
  else blocks.push({ kind: 'paragraph', lines: [line] });
}

/** Blank lines between items do not end a list; another kind of item does. */
function addItem(blocks: Block[], number: string | undefined, text: string): void {
  const ordered = number !== undefined;
  const last = blocks.at(-1);
  if (last?.kind === 'list' && last.ordered === ordered) last.items.push([text]);
  else blocks.push({ kind: 'list', ordered, start: Number(number ?? 1), items: [[text]] });
}
