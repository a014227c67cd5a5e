import type { Json } from '../storage/conversation-store';

/** An advisor's answer as it goes into the person's conversation. The store adds nothing to it: the id is the message's. */
export function advisorActivity(answer: {
  id: string;
  at: Date;
  conversationId: string;
  channel: string;
  advisorName: string;
  /** As it was typed, masked. */
  text: string;
}): Json {
  return {
    type: 'message',
    id: answer.id,
    timestamp: answer.at.toISOString(),
    channelId: answer.channel,
    conversation: { id: answer.conversationId, isGroup: false, conversationType: 'personal', name: '' },
    from: { id: 'advisor', name: answer.advisorName, role: 'bot' },
    locale: 'fr-FR',
    text: asTyped(answer.text),
    textFormat: 'markdown',
    channelData: { guichet: { advisor: answer.advisorName } },
  };
}

/** Markdown that shows a plain text as it was typed: every sign that could mean something is escaped with a backslash,
 *  each line end is a hard one, and spaces at the beginning of a line stay. */
export function asTyped(text: string): string {
  const lines = text.split('\n').map((line) => keepIndent(escapeSigns(line.trimEnd())));
  return lines.map((line, index) => (line === '' || !lines[index + 1] ? line : `${line}  `)).join('\n');
}

/** An underscore inside a word means nothing, and stands in many addresses: it stays as it is. */
function escapeSigns(line: string): string {
  return line
    .replace(/[\\`*[\]<>~|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)/gu, '\\$&')
    .replace(/^(\s*)([-+=#:])/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])/, '$1\\$2');
}

function keepIndent(line: string): string {
  return line.replace(/^\s+/, (spaces) => spaces.replaceAll('\t', '    ').replaceAll(' ', '\u00a0'));
}
