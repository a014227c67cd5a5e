import type { Activity } from 'botbuilder';
import { acceptAndAnswer, loadRealContent, startTestBot, type TestBot } from './harness';

const content = loadRealContent();
const AT = '2026-11-23T10:00:00+01:00';

/** What the bot says to this, in one text. */
async function say(bot: TestBot, conversationId: string, text: string, more: object = {}): Promise<string> {
  await acceptAndAnswer(bot, {
    conversationId,
    channel: 'web',
    activity: { type: 'message', text, ...more },
    repeatKey: null,
    from: 'dl_test',
  });
  // No-break spaces read as spaces, so that what is expected can be typed.
  return (await bot.said(conversationId)).map(({ text: said = '' }) => said.replaceAll('\u00a0', ' ')).join('\n');
}

async function press(bot: TestBot, conversationId: string, choice: string): Promise<string> {
  const transcript = await bot.conversations.transcript(conversationId, 0);
  const last = transcript.at(-1)?.activity as Partial<Activity>;
  const action = last.suggestedActions?.actions.find(({ value }) => (value as { choice: string }).choice === choice);
  if (!action) throw new Error(`the last message has no button for ${choice}`);
  return say(bot, conversationId, action.title, { value: action.value as unknown });
}

async function sendMessage(bot: TestBot, conversationId: string): Promise<string> {
  for (const text of ['azerty qsdf', 'azerty qsdf']) await say(bot, conversationId, text);
  await press(bot, conversationId, 'write-to-advisor');
  await press(bot, conversationId, 'reclamation').catch(() => say(bot, conversationId, 'une réclamation'));
  for (const text of ['35000', 'Mon dossier', "J'attends une réponse depuis mai.", 'Camille Durand']) {
    await say(bot, conversationId, text);
  }
  await press(bot, conversationId, 'none');
  return press(bot, conversationId, 'send');
}

describe('a message to an advisor', () => {
  it('is found again from any device with its number and its code, and with nothing less', async () => {
    const bot = await startTestBot(content, AT);
    const receipt = await sendMessage(bot, 'at-home');
    const [, number = '', code = ''] = /numéro : \*\*(\S+)\*\*.*code : \*\*(\S+)\*\*/.exec(receipt) ?? [];
    expect(number).toMatch(/^26-\d{4}-\d{4}-[A-Z]$/);
    const ask = async (conversationId: string, typed: string) => {
      await say(bot, conversationId, 'où en est mon message');
      await press(bot, conversationId, 'ticket');
      return say(bot, conversationId, typed);
    };
    expect(await ask('at-the-library', `${number} ${code}`)).toContain('« Mon dossier »');
    expect(await ask('on-the-phone', `${code.toLowerCase()}, ${number.toLowerCase()}`)).toContain('« Mon dossier »');
    expect(await ask('a-stranger', `${number} QQQ-QQQ`)).not.toContain('Mon dossier');
    expect(await ask('another-stranger', number)).not.toContain('Mon dossier');
  });

  it('is not found by trying codes out', async () => {
    const bot = await startTestBot(content, AT);
    const receipt = await sendMessage(bot, 'at-home');
    const [, number = '', code = ''] = /numéro : \*\*(\S+)\*\*.*code : \*\*(\S+)\*\*/.exec(receipt) ?? [];
    const ask = async (typed: string) => {
      await say(bot, 'a-stranger', 'où en est mon message');
      await press(bot, 'a-stranger', 'ticket');
      return say(bot, 'a-stranger', typed);
    };
    for (let tries = 0; tries < 20; tries++) await ask(`${number} QQQ-QQQ`);
    expect(await ask(`${number} ${code}`)).not.toContain('Mon dossier');
  });

  it('shows the answer there too: whoever closed the tab reads it', async () => {
    const bot = await startTestBot(content, AT);
    const receipt = await sendMessage(bot, 'at-home');
    const [, number = '', code = ''] = /numéro : \*\*(\S+)\*\*.*code : \*\*(\S+)\*\*/.exec(receipt) ?? [];
    const [ticket] = await bot.tickets.ticketsOf('at-home');
    await bot.tickets.reply({
      ticketId: ticket?.id ?? '',
      expectedVersion: ticket?.version ?? 0,
      at: bot.clock.now(),
      advisor: { id: 'advisor', name: 'Dominique' },
      text: 'Votre dossier est complet.',
      status: 'resolved',
      messageId: 'answer-1',
      activity: { type: 'message', text: 'Votre dossier est complet.' },
    });
    await say(bot, 'at-the-library', 'où en est mon message');
    await press(bot, 'at-the-library', 'ticket');
    const told = await say(bot, 'at-the-library', `${number} ${code}`);
    expect(told).toMatch(/un conseiller y a répondu.*Dominique.*Votre dossier est complet\./s);
  });

  it('keeps its code nowhere but in the conversation it was given in', async () => {
    const bot = await startTestBot(content, AT);
    const receipt = await sendMessage(bot, 'at-home');
    const code = /code : \*\*(\S+)\*\*/.exec(receipt)?.[1] ?? 'no code';
    const [ticket] = await bot.tickets.ticketsOf('at-home');
    expect(JSON.stringify(ticket)).not.toContain(code);
  });
});

describe('messages of one conversation', () => {
  it('sent at the same moment are both answered, in one order', async () => {
    const bot = await startTestBot(content, AT);
    await Promise.all([say(bot, 'c', "j'ai perdu ma carte vitale"), say(bot, 'c', 'comment changer mon rib')]);
    const transcript = await bot.conversations.transcript('c', 0);
    expect(transcript.map(({ seq, author }) => `${seq} ${author}`)).toEqual(['1 person', '2 bot', '3 person', '4 bot']);
  });

  it('sent twice under one repeat key are answered once, and the repeat gets the first one’s id', async () => {
    const bot = await startTestBot(content, AT);
    const incoming = {
      conversationId: 'c',
      channel: 'web',
      activity: { type: 'message', text: "j'ai perdu ma carte vitale" },
      repeatKey: 'web:c:1',
      from: 'dl_test',
    };
    const [first, second] = await Promise.all([acceptAndAnswer(bot, incoming), acceptAndAnswer(bot, incoming)]);
    expect(second).toBe(first);
    expect(await bot.conversations.transcript('c', 0)).toHaveLength(2);
  });

  it('are kept masked, in the transcript and in the inbox', async () => {
    const bot = await startTestBot(content, AT);
    await say(bot, 'c', 'mon numéro : 2 55 08 14 168 025 38');
    const kept = JSON.stringify(await bot.conversations.transcript('c', 0));
    expect(kept).toContain('[numéro de sécurité sociale masqué]');
    expect(kept.replace(/\D/g, '')).not.toContain('255081416802538');
  });

  it('end with a kind sentence and the state as it was when something of ours fails', async () => {
    let failing = false;
    const search = {
      ...content.search,
      searchMessage: (message: string) => {
        if (failing) throw new Error('the index is gone');
        return content.search.searchMessage(message);
      },
    };
    const bot = await startTestBot({ ...content, search }, AT);
    await say(bot, 'c', 'azerty qsdf');
    const before = (await bot.store.loadConversation('c'))?.state;
    failing = true;
    expect(await say(bot, 'c', "j'ai perdu ma carte vitale")).toMatch(/Une erreur de notre part.*Référence/s);
    expect((await bot.store.loadConversation('c'))?.state).toEqual(before);
    failing = false;
    expect(await say(bot, 'c', "j'ai perdu ma carte vitale")).toContain('Carte Vitale perdue ou volée');
  });

  it('accepted before a crash and not answered are answered at the next start, once', async () => {
    const bot = await startTestBot(content, AT);
    await bot.store.acceptActivity({
      conversationId: 'c',
      channel: 'web',
      activityId: '00000000-0000-4000-8000-999999999999',
      repeatKey: null,
      activity: { type: 'message', text: 'bonjour' },
      receivedAt: bot.clock.now(),
    });
    bot.clock.forward(1);
    expect(await bot.conversations.answerLeftBehind(bot.clock.now())).toBe(1);
    expect(await bot.conversations.answerLeftBehind(bot.clock.now())).toBe(0);
    expect(await bot.conversations.transcript('c', 0)).toHaveLength(2);
  });
});
