import type { Activity } from 'botbuilder';
import { acceptAndAnswer, loadRealContent, startTestBot, type TestBot } from '../conversation/harness';

const content = loadRealContent();
const NUMBER = '**3114**';
const NOTICE = ['Continuer ma demande', "Ce n'est pas une urgence"];

/** What the person writes or presses (« > ») on the way to a state, and what is asked there. */
const FORM = ['azerty qsdf', 'azerty qsdf', '>Écrire à un conseiller'];
const STATES: Readonly<Record<string, readonly string[]>> = {
  'before anything': [],
  'an answer waits for Oui or Non': ["j'ai perdu ma carte vitale"],
  'the answer helped in part': ["j'ai perdu ma carte vitale", 'en partie'],
  'after a Oui, related subjects': ["j'ai perdu ma carte vitale", '>Oui'],
  'after a Non, close subjects': ["j'ai perdu ma carte vitale", '>Non'],
  'titles to choose from': ['carte'],
  'where the person lives': ['contacts'],
  'nothing was found': ['azerty qsdf'],
  'an advisor is on offer': FORM.slice(0, 2),
  'the form: which request': ['azerty qsdf', 'poiuy mlkj', '>Écrire à un conseiller'],
  'the form: motive': FORM,
  'the form: postcode': [...FORM, 'une réclamation'],
  'the form: commune': [...FORM, 'une réclamation', '59171'],
  'the form: subject': [...FORM, 'une réclamation', '35000'],
  'the form: message': [...FORM, 'une réclamation', '35000', 'Mon dossier'],
  'the form: name': [...FORM, 'une réclamation', '35000', 'Mon dossier', "J'attends une réponse depuis mai."],
  'the form: summary': [
    ...[...FORM, 'une réclamation', '35000', 'Mon dossier', "J'attends une réponse depuis mai.", 'Camille Durand'],
    ">Ni l'un ni l'autre",
  ],
  'a draft left aside': [...FORM, 'une réclamation', 'annuler'],
  'a ticket is asked for': ['où en est ma demande ?', '>Un message écrit ici'],
  'another emergency': ['je fais un malaise'],
  'a greeting': ['bonjour'],
  'a human was asked for': ['un conseiller'],
  'another language': ['I lost my health card, what can I do please'],
};

let last: Partial<Activity> = {};

async function send(bot: TestBot, said: string): Promise<string> {
  const title = said.startsWith('>') ? said.slice(1) : undefined;
  const button = buttons().find((one) => plain(one.title) === title);
  if (title !== undefined && !button)
    throw new Error(
      `there is no button « ${title} »: ${buttons()
        .map((one) => one.title)
        .join(', ')}`,
    );
  const activity = { type: 'message', text: title ?? said, ...(button && { value: button.value as unknown }) };
  await acceptAndAnswer(bot, {
    conversationId: 'c',
    channel: 'web',
    activity,
    repeatKey: null,
    from: 'dl_test',
  });
  last = (await bot.said('c')).at(-1) ?? {};
  return plain(last.text ?? '');
}

function buttons() {
  return last.suggestedActions?.actions ?? [];
}

function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

async function facts(bot: TestBot) {
  const { state } = (await bot.store.loadConversation('c')) ?? {};
  return (state as { facts: { failures: unknown[]; attempt: unknown; draft: unknown } } | undefined)?.facts;
}

describe.each(Object.entries(STATES))('%s', (_, way) => {
  test.each(["j'ai envie de mourir", 'jai envi de mourrir'])(
    '« %s » gets the number at once, and nothing is counted or lost',
    async (words) => {
      last = {};
      const bot = await startTestBot(content, '2026-11-23T10:00:00+01:00');
      for (const said of way) await send(bot, said);
      const before = await facts(bot);
      const text = await send(bot, words);
      expect(text).toContain(NUMBER);
      expect(text).toContain('Personne ne lit cette conversation en ce moment.');
      expect(
        buttons()
          .map(({ title }) => plain(title))
          .slice(0, 2),
      ).toEqual(NOTICE);
      const during = await facts(bot);
      expect(during?.failures ?? []).toEqual(before?.failures ?? []);
      expect(during?.draft ?? null).toEqual(before?.draft ?? null);
      await send(bot, ">Ce n'est pas une urgence");
      expect((await facts(bot))?.failures ?? []).toEqual(before?.failures ?? []);
      expect((await facts(bot))?.attempt ?? null).toEqual(before?.attempt ?? null);
      await bot.store.close();
    },
  );
});

describe('what else was asked', () => {
  test.each([
    ["mon mari ne respire plus, et j'ai perdu ma carte vitale", 'Carte Vitale perdue ou volée'],
    ["j'ai perdu ma carte vitale. je veux mourir", 'Carte Vitale perdue ou volée'],
    ['je fais un malaise comment changer mon rib', 'RIB'],
    ['bonjour mon mari me frappe, comment créer mon compte ameli ?', 'compte ameli'],
  ])('« %s » is answered on « Continuer »', async (words, title) => {
    last = {};
    const bot = await startTestBot(content, '2026-11-23T10:00:00+01:00');
    expect(await send(bot, words)).toContain('Personne ne lit cette conversation');
    const text = await send(bot, '>Continuer ma demande');
    expect(text).toContain(title);
    expect(text).toContain('Cela répond-il à votre question ?');
    await bot.store.close();
  });

  test.each(['mon mari me frappe tous les soirs', 'je veux mourir, aidez-moi', 'je fais un malaise aidez-moi vite'])(
    '« %s » asked nothing else: nothing is answered, and nothing fails',
    async (words) => {
      last = {};
      const bot = await startTestBot(content, '2026-11-23T10:00:00+01:00');
      await send(bot, words);
      expect(await send(bot, '>Continuer ma demande')).toContain('Reprenons. Quelle est votre question ?');
      expect((await facts(bot))?.failures).toEqual([]);
      await bot.store.close();
    },
  );
});
