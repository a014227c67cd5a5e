import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Activity } from 'botbuilder';
import { parse } from 'yaml';
import { z } from 'zod';
import { TEXT_KEYS, type TextKey } from '../dialogs/text-keys';
import type { Texts } from '../dialogs/texts';
import { acceptAndAnswer, loadRealContent, startTestBot, type TestBot } from './conversation/harness';

/** Whole conversations, written so that a content editor can read and add to them: docs/tasks/write-a-transcript.md. */
const turnSchema = z.strictObject({
  /** What the person types, … */
  user: z.string().optional(),
  /** … or the title of a button of the last message that shows it, … */
  press: z.string().optional(),
  /** … or of a button of the message before it, … */
  'press-earlier': z.string().optional(),
  /** … or nothing, for so many hours. */
  wait: z.number().optional(),
  /** … or an advisor answers the newest message to an advisor, … */
  advisor: z.string().optional(),
  /** … or the program is replaced by a newer one. */
  upgrade: z.literal(true).optional(),
  /** Repeats `user` so many times (10,000 characters). */
  times: z.number().optional(),
  /** In this order: keys of texts.fr.yaml, or words that stand in the reply. */
  bot: z.array(z.string()).optional(),
  /** Keys or words that must not stand in it. */
  never: z.array(z.string()).optional(),
  /** All buttons, in order. */
  buttons: z.array(z.string()).optional(),
  /** Failed attempts after this turn. */
  failed: z.number().optional(),
  /** Whether writing to an advisor is on offer after this turn. */
  offered: z.boolean().optional(),
  /** The assistant says nothing at all. */
  silent: z.literal(true).optional(),
  /** Messages to an advisor sent so far. */
  sent: z.number().optional(),
  /** Parts of the newest one. */
  ticket: z.record(z.string(), z.unknown()).optional(),
  /** Texts of its thread, in order. */
  thread: z.array(z.string()).optional(),
});

const transcriptSchema = z.strictObject({
  title: z.string(),
  at: z.string().default('2026-11-23T10:00:00+01:00'),
  /** Code of the fund whose desk this is; every fund's where it is left out. */
  fund: z.string().default('*'),
  /** The person's own time zone, as their device tells it. */
  zone: z.string().optional(),
  turns: z.array(turnSchema).min(1),
});

type TranscriptTurn = z.infer<typeof turnSchema>;

const FOLDER = join(__dirname, 'transcripts');
const content = loadRealContent();

for (const file of readdirSync(FOLDER).sort()) {
  describe(file.replace('.yaml', ''), () => {
    for (const transcript of z.array(transcriptSchema).parse(parse(readFileSync(join(FOLDER, file), 'utf8')))) {
      it(transcript.title, async () => {
        const bot = await startTestBot(content, transcript.at, { fund: transcript.fund });
        const said: Partial<Activity>[] = [];
        for (const turn of transcript.turns) await play(turn, bot, said, transcript.zone);
        await bot.store.close();
      });
    }
  });
}

const CONVERSATION = 'conversation-1';

async function play(turn: TranscriptTurn, bot: TestBot, said: Partial<Activity>[], zone?: string): Promise<void> {
  if (turn.wait !== undefined) return bot.clock.forward(turn.wait * 3_600_000);
  if (turn.upgrade) return bot.upgrade(CONVERSATION);
  if (turn.advisor !== undefined) return advisorReplies(turn.advisor, bot);
  await acceptAndAnswer(bot, {
    conversationId: CONVERSATION,
    channel: 'web',
    activity: { ...activityOf(turn, said), localTimezone: zone },
    repeatKey: null,
    from: 'dl_test',
  });
  const replies = await bot.said(CONVERSATION);
  await expectTickets(turn, bot);
  if (turn.silent) return expect(replies).toEqual([]);
  // One activity a turn: answer, question and buttons together.
  expect(replies).toHaveLength(1);
  const [reply = {}] = replies;
  said.push(reply);
  const text = plain(reply.text ?? '');
  expectInOrder(text, turn.bot ?? [], content.texts);
  for (const never of turn.never ?? []) expect(text).not.toMatch(pattern(never, content.texts));
  if (turn.buttons) expect(titlesOf(reply)).toEqual(turn.buttons);
  expect(titlesOf(reply)).toContain('Autres façons de nous joindre');
  const { facts } = (await bot.store.loadConversation(CONVERSATION))?.state as {
    facts: { failures: unknown[]; escalatedAt: string | null };
  };
  if (turn.failed !== undefined) expect({ failed: facts.failures.length }).toEqual({ failed: turn.failed });
  if (turn.offered !== undefined) expect({ offered: facts.escalatedAt !== null }).toEqual({ offered: turn.offered });
}

async function expectTickets(turn: TranscriptTurn, { tickets }: TestBot): Promise<void> {
  const [newest, ...others] = await tickets.ticketsOf(CONVERSATION);
  if (turn.sent !== undefined) expect({ sent: newest ? others.length + 1 : 0 }).toEqual({ sent: turn.sent });
  if (turn.ticket) expect(newest).toMatchObject(turn.ticket);
  if (turn.thread) expect((await tickets.thread(newest?.id ?? '')).map(({ text }) => text)).toEqual(turn.thread);
}

async function advisorReplies(text: string, bot: TestBot): Promise<void> {
  const [newest] = await bot.tickets.ticketsOf(CONVERSATION);
  if (!newest) throw new Error('there is no message to answer');
  const sent = await bot.tickets.reply({
    ticketId: newest.id,
    expectedVersion: newest.version,
    at: bot.clock.now(),
    advisor: { id: 'advisor-1', name: 'Camille' },
    text,
    status: 'waiting-for-person',
    messageId: `reply-to-version-${newest.version}`,
    activity: { type: 'message', from: { id: 'advisor', name: 'Camille', role: 'bot' }, text },
  });
  expect(sent).toBe('sent');
  await bot.said(CONVERSATION);
}

function activityOf(turn: TranscriptTurn, said: readonly Partial<Activity>[]): Record<string, unknown> {
  if (turn.user !== undefined) return { type: 'message', text: turn.user.repeat(turn.times ?? 1) };
  const title = turn.press ?? turn['press-earlier'];
  if (title === undefined) return { type: 'conversationUpdate' };
  const shown = turn.press === undefined ? said.slice(0, -1) : said;
  const button = shown
    .flatMap(({ suggestedActions }) => suggestedActions?.actions ?? [])
    .findLast((action) => plain(action.title) === title);
  if (!button) throw new Error(`no message shows a button « ${title} »`);
  return { type: 'message', text: title, value: button.value as unknown };
}

function titlesOf(reply: Partial<Activity>): string[] {
  return (reply.suggestedActions?.actions ?? []).map(({ title }) => plain(title));
}

function expectInOrder(text: string, expected: readonly string[], texts: Texts): void {
  let rest = text;
  for (const one of expected) {
    const match = pattern(one, texts).exec(rest);
    if (!match) expect(rest).toContain(one);
    rest = rest.slice((match?.index ?? 0) + (match?.[0].length ?? 0));
  }
}

/** A text key matches its sentence with anything in its braces; other words match themselves. */
function pattern(expected: string, texts: Texts): RegExp {
  const key = expected as TextKey;
  if (!(key in TEXT_KEYS)) return new RegExp(escaped(expected));
  const filling = Object.fromEntries(TEXT_KEYS[key].map((name) => [name, '\u0000']));
  const sentence = (texts.say as (key: string, filling: object) => string)(key, filling);
  return new RegExp(plain(sentence).split('\u0000').map(escaped).join('[\\s\\S]+?'));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** No-break spaces read as spaces, so that a transcript can be typed. */
function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}
