import { faultsOf, hiddenField, wordsOf } from './browsing';
import { CAMILLE, CONVERSATION, NADIR, REQUEST, startTestDesk, type TestDesk } from './test-desk';

let test: TestDesk;
let id: string;

beforeEach(async () => {
  test = await startTestDesk();
  id = await test.writeTicket();
});
afterEach(() => test.stop());

const path = (rest = '') => `/desk/tickets/${id}${rest}`;
const ANSWER = { text: 'Votre virement est parti.', status: 'waiting-for-person', version: 1, seen: 0 };

describe('a request', () => {
  it('shows all that was written, what was tried before, and the conversation', async () => {
    const { html, status } = await (await test.browserOf(CAMILLE)).get(path());
    const words = wordsOf(html);
    expect(status).toBe(200);
    expect(faultsOf(html)).toEqual([]);
    for (const said of [
      'Demande 26-4827-1591-K',
      'Statut : Nouvelle',
      'Un paiement en retard',
      'Mon remboursement du 3 mai',
      "je n'ai rien reçu",
      'Léa Noël',
      '93200',
      'Courriel : lea@example.org',
      'où est mon argent',
      'Sujets montrés : Suivre un remboursement',
      'Aucun sujet montré',
      'Afficher la conversation (messages : 2)',
      'Boutons proposés : « Oui »',
      "Pas encore d'échange",
    ]) {
      expect(words).toContain(said);
    }
    expect(html).toContain('<strong>comment</strong>');
    expect(html).toContain('<li>deux</li>');
    expect(html).toContain('où est &lt;b>mon&lt;/b> argent');
  });

  it('whose author keeps the conversation to themselves: it is not even read', async () => {
    id = await test.writeTicket({ request: { ...REQUEST, showConversation: false, failures: [] } });
    const { html } = await (await test.browserOf(CAMILLE)).get(path());
    expect(wordsOf(html)).toContain("n'a pas souhaité montrer sa conversation");
    expect(wordsOf(html)).toContain('passée directement au message');
    expect(html).not.toContain('comment');
    expect(test.transcriptsRead).toEqual([]);
  });

  it('shows every field as text, whatever stands in it', async () => {
    const evil = (where: string) =>
      `</textarea><script>alert("${where}")</script><img src=x onerror=alert('${where}')>`;
    id = await test.writeTicket({
      motive: evil('motive'),
      fund: evil('fund'),
      number: evil('number'),
      request: {
        subject: evil('subject'),
        message: evil('message'),
        name: evil('name'),
        postcode: evil('postcode'),
        reach: { kind: 'phone', value: evil('reach') },
        failures: [{ question: evil('question'), topics: [evil('topic')] }],
        showConversation: true,
      },
    });
    await test.personAdds(id, evil('thread'));
    const browser = await test.browserOf({ ...CAMILLE });
    const queue = await browser.get('/desk');
    const ticket = await browser.get(path());
    const stale = await browser.post(path('/reply'), { ...ANSWER, text: evil('draft') });
    for (const { html } of [queue, ticket, stale]) {
      expect(html).not.toMatch(/<script>|<img|<\/textarea><script/);
      expect(faultsOf(html)).toEqual([]);
    }
    for (const where of ['subject', 'message', 'name', 'postcode', 'reach', 'question', 'topic', 'thread', 'number']) {
      expect(ticket.html).toContain(`&lt;script>alert(&quot;${where}&quot;)`);
    }
    expect(stale.html).toContain('draft');
  });
});

describe('taking it', () => {
  it('gives it to one, and back', async () => {
    const browser = await test.browserOf(CAMILLE);
    const taken = await browser.post(path('/take'), { version: 1, seen: 0 });
    expect(taken.status).toBe(303);
    expect(await test.tickets.ticket(id)).toMatchObject({ assignedTo: CAMILLE.id, status: 'in-progress', version: 2 });
    const page = await browser.get(taken.headers.get('location') ?? '');
    expect(wordsOf(page.html)).toContain('Vous suivez maintenant cette demande');
    expect(faultsOf(page.html)).toEqual([]);
    const version = hiddenField(page.html, path('/give-back'), 'version');
    expect((await browser.post(path('/give-back'), { version, seen: 0 })).status).toBe(303);
    expect(await test.tickets.ticket(id)).toMatchObject({ assignedTo: null, version: 3 });
  });

  it('is refused when another took it meanwhile, who is named', async () => {
    await (await test.browserOf(NADIR)).post(path('/take'), { version: 1, seen: 0 });
    const late = await (await test.browserOf(CAMILLE)).post(path('/take'), { version: 1, seen: 0 });
    expect(late.status).toBe(409);
    expect(faultsOf(late.html)).toEqual([]);
    expect(wordsOf(late.html)).toContain('La demande est maintenant : En cours. Suivie par Nadir, conseiller');
    expect((await test.tickets.ticket(id))?.assignedTo).toBe(NADIR.id);
  });

  it('from another who holds it is a step of its own: nobody answers in between', async () => {
    await (await test.browserOf(NADIR)).post(path('/take'), { version: 1, seen: 0 });
    const browser = await test.browserOf(CAMILLE);
    const page = await browser.get(path());
    expect(page.html).not.toContain('<textarea');
    expect(wordsOf(page.html)).toContain("Pour y répondre, reprenez-la d'abord");

    const answered = await browser.post(path('/reply'), { ...ANSWER, version: 2 });
    expect(answered.status).toBe(409);
    expect(answered.html).toContain('Votre virement est parti.</textarea>');
    expect(await test.tickets.thread(id)).toEqual([]);

    const taken = await browser.post(path('/take'), { version: 2, seen: 0, text: ANSWER.text });
    expect(taken.status).toBe(200);
    expect(taken.html).toContain('Votre virement est parti.</textarea>');
    expect(hiddenField(taken.html, path('/reply'), 'version')).toBe('3');
    expect((await browser.post(path('/reply'), { ...ANSWER, version: 3 })).status).toBe(303);
  });
});

describe('answering', () => {
  it('lands in the thread and in the person’s conversation, as typed, and wakes whoever watches', async () => {
    const browser = await test.browserOf(CAMILLE);
    const text = 'Bonjour,\r\n\r\n- votre dossier *complet*\r\n1. prenom_nom@x.fr <b>';
    const sent = await browser.post(path('/reply'), { ...ANSWER, text });
    expect(sent.status).toBe(303);
    expect(await test.tickets.thread(id)).toMatchObject([
      {
        seq: 1,
        author: 'advisor',
        authorName: CAMILLE.name,
        text: 'Bonjour,\n\n- votre dossier *complet*\n1. prenom_nom@x.fr <b>',
      },
    ]);
    const entry = (await test.transcript()).at(-1);
    expect(entry).toMatchObject({ author: 'advisor', seq: 3 });
    expect(entry?.activity).toEqual({
      type: 'message',
      id: entry?.id,
      timestamp: '2026-11-23T09:00:00.000Z',
      channelId: 'web',
      conversation: { id: CONVERSATION, isGroup: false, conversationType: 'personal', name: '' },
      from: { id: 'advisor', name: CAMILLE.name, role: 'bot' },
      locale: 'fr-FR',
      text: 'Bonjour,\n\n\\- votre dossier \\*complet\\*  \n1\\. prenom_nom@x.fr \\<b\\>',
      textFormat: 'markdown',
      channelData: { guichet: { advisor: CAMILLE.name } },
    });
    expect(test.notified).toEqual([CONVERSATION]);
    expect(await test.tickets.ticket(id)).toMatchObject({ status: 'waiting-for-person', assignedTo: CAMILLE.id });
    const page = await browser.get(sent.headers.get('location') ?? '');
    expect(wordsOf(page.html)).toContain('Votre réponse est envoyée');
    expect(faultsOf(page.html)).toEqual([]);
    expect(test.logged.join()).not.toContain('dossier');
  });

  it('keeps no secret, and says so', async () => {
    const browser = await test.browserOf(CAMILLE);
    const sent = await browser.post(path('/reply'), {
      ...ANSWER,
      text: 'Le numéro 2 69 05 49 588 157 80 est le vôtre.',
    });
    expect((await test.tickets.thread(id))[0]?.text).toBe('Le numéro [numéro masqué] est le vôtre.');
    expect(JSON.stringify(await test.transcript())).not.toContain('69 05 49');
    expect(wordsOf((await browser.get(sent.headers.get('location') ?? '')).html)).toContain('y a été masqué');
  });

  it('on an older version is refused: the text is kept, and what is new stands above it', async () => {
    const browser = await test.browserOf(CAMILLE);
    await browser.post(path('/reply'), ANSWER);
    const page = await browser.get(path());
    const seen = hiddenField(page.html, path('/reply'), 'seen');
    const version = hiddenField(page.html, path('/reply'), 'version');
    expect([seen, version]).toEqual(['1', '2']);
    await test.personAdds(id, 'Finalement je l’ai reçu');

    const stale = await browser.post(path('/reply'), {
      ...ANSWER,
      text: 'Patientez encore.',
      status: 'resolved',
      seen,
      version,
    });
    expect(stale.status).toBe(409);
    expect(faultsOf(stale.html)).toEqual([]);
    expect(stale.html).toContain('>Patientez encore.</textarea>');
    expect(stale.html).toContain('<option value="resolved" selected>');
    const notice = stale.html.slice(
      stale.html.indexOf('class="notice failed"'),
      stale.html.indexOf('id="ticket-news"'),
    );
    expect(wordsOf(notice)).toContain('Finalement je l’ai reçu');
    expect(wordsOf(notice)).not.toContain('Votre virement est parti');
    expect(await test.tickets.thread(id)).toHaveLength(2);
    expect(test.notified).toHaveLength(1);

    const again = hiddenField(stale.html, path('/reply'), 'version');
    expect((await browser.post(path('/reply'), { ...ANSWER, text: 'Très bien.', version: again })).status).toBe(303);
  });

  it('pressed twice is sent once', async () => {
    const browser = await test.browserOf(CAMILLE);
    const twice = await Promise.all([browser.post(path('/reply'), ANSWER), browser.post(path('/reply'), ANSWER)]);
    expect(twice.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await test.tickets.thread(id)).toHaveLength(1);
  });

  it.each([
    [{ text: ' \r\n ' }, 'Écrivez votre réponse'],
    [{ text: 'x'.repeat(4001) }, 'trop longue'],
    [{ status: 'closed' }, 'Ce statut'],
    [{ status: 'new' }, 'Ce statut'],
  ])('asks again: %#', async (wrong, said) => {
    const refused = await (await test.browserOf(CAMILLE)).post(path('/reply'), { ...ANSWER, ...wrong });
    expect(refused.status).toBe(422);
    expect(wordsOf(refused.html)).toContain(said);
    expect(faultsOf(refused.html)).toEqual([]);
    expect(await test.tickets.thread(id)).toEqual([]);
    expect(refused.html).toContain(`>${String({ ...ANSWER, ...wrong }.text).trim()}</textarea>`);
  });

  it('4,000 characters are not too many', async () => {
    const sent = await (
      await test.browserOf(CAMILLE)
    ).post(path('/reply'), { ...ANSWER, text: 'é\n'.repeat(1999) + 'éé' });
    expect(sent.status).toBe(303);
  });

  it('can be put off to look at what is new, with the text in hand', async () => {
    const browser = await test.browserOf(CAMILLE);
    await test.personAdds(id, 'Une précision');
    const looked = await browser.post(path('/look'), { text: 'Je commence', seen: 0 });
    expect(looked.status).toBe(200);
    expect(looked.html).toContain('>Je commence</textarea>');
    expect(wordsOf(looked.html)).toContain('Une précision');
    expect(faultsOf(looked.html)).toEqual([]);
  });
});

describe('the status', () => {
  it('is changed without an answer; the ones that do not follow cannot be chosen', async () => {
    const browser = await test.browserOf(CAMILLE);
    expect((await browser.post(path('/status'), { status: 'new', version: 1, seen: 0 })).status).toBe(422);
    expect((await browser.post(path('/status'), { status: 'closed', version: 1, seen: 0 })).status).toBe(303);
    const closed = await browser.get(path());
    expect(closed.html).not.toContain('<textarea');
    expect(faultsOf(closed.html)).toEqual([]);
    expect((await browser.post(path('/reply'), { ...ANSWER, version: 2 })).status).toBe(422);
    expect((await browser.post(path('/status'), { status: 'in-progress', version: 1, seen: 0 })).status).toBe(409);
    expect((await browser.post(path('/status'), { status: 'in-progress', version: 2, seen: 0 })).status).toBe(303);
    expect((await test.tickets.ticket(id))?.status).toBe('in-progress');
  });
});
