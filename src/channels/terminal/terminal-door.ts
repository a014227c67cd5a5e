import type { Activity } from 'botbuilder';
import { createInterface } from 'node:readline/promises';
import type { Conversations } from '../../conversation/conversations';
import type { Ids } from '../../conversation/ports';
import { plainText } from './plain-text';

export interface TerminalDeps {
  conversations: Conversations;
  ids: Ids;
  input: NodeJS.ReadableStream;
  output: NodeJS.WritableStream;
  sentences: { welcome: string; prompt: string; choices: string };
}

interface Choice {
  title: string;
  value: unknown;
}

/** The same bot in the terminal: one conversation, until the input ends. A number picks the choice with that number. */
export async function talkInTerminal(deps: TerminalDeps): Promise<void> {
  const { conversations, ids, input, output, sentences } = deps;
  const conversationId = ids.uuid();
  const lines = createInterface({ input, output, prompt: sentences.prompt });
  // Listens from now on: what is piped in arrives while the greeting is still being kept.
  const typed = lines[Symbol.asyncIterator]();
  let watermark = 0;
  let choices: readonly Choice[] = [];

  async function send(activity: Readonly<Record<string, unknown>>): Promise<void> {
    const receipt = await conversations.accept({
      conversationId,
      channel: 'terminal',
      activity,
      repeatKey: null,
      from: 'terminal',
    });
    if (receipt.kind === 'accepted') await receipt.answered;
    for (const { seq, author, activity: kept } of await conversations.transcript(conversationId, watermark)) {
      watermark = seq;
      if (author !== 'person') show(kept as Partial<Activity>);
    }
  }

  function show(activity: Partial<Activity>): void {
    choices = (activity.suggestedActions?.actions ?? []).map(({ title, value }) => ({
      title,
      value: value as unknown,
    }));
    output.write(`\n${plainText(activity.text ?? '')}\n`);
    if (choices.length > 0) output.write(`\n${sentences.choices}\n`);
    choices.forEach(({ title }, index) => output.write(`  ${index + 1}. ${title}\n`));
    output.write('\n');
  }

  output.write(`${sentences.welcome}\n`);
  await send({ type: 'conversationUpdate' });
  lines.prompt();
  for await (const line of typed) {
    const choice = /^\d+$/.test(line.trim()) ? choices[Number(line.trim()) - 1] : undefined;
    await send({ type: 'message', text: choice?.title ?? line, ...(choice && { value: choice.value }) });
    lines.prompt();
  }
  output.write('\n');
}
