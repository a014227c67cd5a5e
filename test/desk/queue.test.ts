import { ageWords, frenchNumber, momentWords, parisDay, timeWords } from '../../src/desk/french-words';
import { faultsOf, wordsOf } from './browsing';
import { CAMILLE, deskTexts, NADIR, REQUEST, startTestDesk, type TestDesk } from './test-desk';

const HOUR_MS = 3_600_000;
let test: TestDesk;

const subjects = (html: string) => [...html.matchAll(/<p class="subject">([^<]*)<\/p>/g)].map(([, subject]) => subject);
const about = (subject: string) => ({ request: { ...REQUEST, subject } });

describe('the queue', () => {
  beforeEach(async () => {
    test = await startTestDesk();
  });
  afterEach(() => test.stop());

  it('says that it is empty', async () => {
    const { html } = await (await test.browserOf(CAMILLE)).get('/desk');
    expect(wordsOf(html)).toContain("Aucune demande n'attend");
    expect(faultsOf(html)).toEqual([]);
  });

  it('shows urgent ones first, and the oldest first within both', async () => {
    for (const [subject, urgent] of [
      ['un', false],
      ['deux', true],
      ['trois', false],
      ['quatre', true],
    ] as const) {
      await test.writeTicket({ ...about(subject), urgent });
      test.clock.forward(HOUR_MS / 2);
    }
    const browser = await test.browserOf(CAMILLE);
    const { html } = await browser.get('/desk');
    expect(subjects(html)).toEqual(['deux', 'quatre', 'un', 'trois']);
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toMatch(
      /Urgent Un paiement en retard deux Demande 26-4827-1592-K il y a 1 h Nouvelle Pas encore prise/,
    );
  });

  it('shows how old a request is, the day promised and who has it', async () => {
    const id = await test.writeTicket({ promisedBy: '2026-11-24' });
    await test.tickets.change({ ticketId: id, expectedVersion: 1, at: test.clock.now(), assignedTo: NADIR.id });
    const read = async (advisor = CAMILLE) => wordsOf((await (await test.browserOf(advisor)).get('/desk')).html);
    expect(await read()).toMatch(
      /à l'instant .* Suivie par Nadir, conseiller Réponse promise au plus tard le 24 novembre/,
    );
    expect(await read(NADIR)).toContain('Suivie par vous');
    test.clock.forward(48 * HOUR_MS);
    expect(await read()).toMatch(/il y a 2 jours .* Réponse promise pour le 24 novembre 2026 : délai dépassé/);
  });

  it('counts and filters', async () => {
    const ids: string[] = [];
    for (const subject of ['un', 'deux', 'trois', 'quatre']) ids.push(await test.writeTicket(about(subject)));
    const set = (place: number, change: object) =>
      test.tickets.change({ ticketId: ids[place] ?? '', expectedVersion: 1, at: test.clock.now(), ...change });
    await set(1, { status: 'in-progress', assignedTo: CAMILLE.id });
    await set(2, { status: 'waiting-for-person', assignedTo: NADIR.id });
    await set(3, { status: 'resolved', assignedTo: CAMILLE.id });
    const browser = await test.browserOf(CAMILLE);
    const shown = async (view: string) => subjects((await browser.get(`/desk?view=${view}`)).html);
    const { html } = await browser.get('/desk');
    expect(wordsOf(html)).toMatch(
      /Ouvertes \(3\) Nouvelles \(1\) En cours \(1\) En attente de la personne \(1\) À moi \(1\) Terminées/,
    );
    expect(html.match(/aria-current="page"/g)).toHaveLength(1);
    expect(await shown('open')).toEqual(['un', 'deux', 'trois']);
    expect(await shown('new')).toEqual(['un']);
    expect(await shown('in-progress')).toEqual(['deux']);
    expect(await shown('waiting-for-person')).toEqual(['trois']);
    expect(await shown('mine')).toEqual(['deux']);
    expect(await shown('done')).toEqual(['quatre']);
    expect(await shown('<script>')).toEqual(['un', 'deux', 'trois']);
    const none = await (await test.browserOf(NADIR)).get('/desk?view=in-progress');
    expect(faultsOf(none.html)).toEqual([]);
  });
});

describe('the queue of one fund', () => {
  beforeEach(async () => {
    test = await startTestDesk({ fund: '931' });
  });
  afterEach(() => test.stop());

  it('holds its own requests and those whose fund nobody could tell', async () => {
    await test.writeTicket({ ...about('la nôtre'), fund: '931' });
    const elsewhere = await test.writeTicket({ ...about('une autre'), fund: '751' });
    await test.writeTicket({ ...about('on ne sait pas'), fund: null });
    const browser = await test.browserOf(CAMILLE);
    expect(subjects((await browser.get('/desk')).html)).toEqual(['la nôtre', 'on ne sait pas']);
    expect((await browser.get(`/desk/tickets/${elsewhere}`)).status).toBe(404);
  });
});

describe('times in words', () => {
  const texts = deskTexts();
  const now = new Date('2026-11-23T09:00:00Z');

  it.each([
    [0, "à l'instant"],
    [59_999, "à l'instant"],
    [60_000, 'il y a 1 min'],
    [HOUR_MS - 1, 'il y a 59 min'],
    [HOUR_MS, 'il y a 1 h'],
    [24 * HOUR_MS - 1, 'il y a 23 h'],
    [24 * HOUR_MS, 'il y a 1 jour'],
    [48 * HOUR_MS - 1, 'il y a 1 jour'],
    [48 * HOUR_MS, 'il y a 2 jours'],
    [-HOUR_MS, "à l'instant"],
  ])('%d ms ago: %s', (ms, words) => {
    expect(ageWords(new Date(now.getTime() - ms), now, texts).replace(/\u00a0/g, ' ')).toBe(words);
  });

  it('are those of metropolitan France, in winter and in summer', () => {
    expect(momentWords(now, texts).replace(/\u00a0/g, ' ')).toBe('23 novembre 2026 à 10 h 00');
    expect(timeWords(new Date('2026-07-01T22:05:00Z'))).toBe('0\u00a0h\u00a005');
    expect(parisDay(new Date('2026-07-01T22:05:00Z'))).toBe('2026-07-02');
    expect(frenchNumber(4000)).toMatch(/^4\s000$/);
  });
});
