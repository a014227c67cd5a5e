import fc from 'fast-check';
import { fileKind } from '../../src/channels/web/file-kind';
import { fileName } from '../../src/channels/web/file-name';
import { type LoadedContent, loadRealContent } from '../conversation/harness';
import { activities, answerTo, call, type Opened, post, startConversation } from './direct-line-calls';
import { JPEG, PDF, PNG, upload } from './upload-call';
import { waitFor } from './wait-for';
import { startWebBot, type WebBot } from './web-bot';

const MEGABYTE = 1_048_576;

let content: LoadedContent;
let bot: WebBot;
let open: Opened;

beforeAll(() => {
  content = loadRealContent();
});
beforeEach(async () => {
  bot = await startWebBot(content);
  open = await startConversation(bot.address);
});
afterEach(() => bot.stop());

const pdfOf = (bytes: number) =>
  Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(bytes - 15, 0x20), Buffer.from('%%EOF\n')]);
const kept = () => bot.attachments.usage(open.conversationId);

/** Answers what the bot says; each of these waits for one more message of it. */
async function say(text: string, value?: object): Promise<string> {
  const body = { type: 'message', text, value };
  const path = `/conversations/${open.conversationId}/activities`;
  const { body: posted } = await call<{ id: string }>(bot.address, path, { token: open.token, body });
  return (await answerTo(bot.address, open, posted.id)).text ?? '';
}

describe('a file', () => {
  it.each([
    ['a PDF', 'avis.pdf', PDF, 'application/pdf'],
    ['a JPG', 'photo.JPEG', JPEG, 'image/jpeg'],
    ['a PNG', 'écran été.png', PNG, 'image/png'],
  ])('%s is kept, whatever the sender calls its type', async (_, name, bytes, contentType) => {
    const { status, body } = await upload(bot.address, open, [{ name, bytes, type: 'text/html' }]);
    expect(status).toBe(200);
    const { text } = await answerTo(bot.address, open, body.id);
    expect(text).toMatch(/J'ai reçu .*personne ne l'a reçu/);
    const [, mine] = (await activities(bot.address, open)).activities;
    expect(mine?.attachments).toEqual([
      {
        contentType,
        name: name.replace(/\.JPEG$/, '.jpg'),
        content: { id: expect.any(String) as string, size: Buffer.from(bytes).length },
      },
    ]);
  });

  it.each([
    ['a program', 'facture.pdf.exe', 'MZ\x90\0'],
    ['a program that calls itself a PDF', 'facture.pdf', 'MZ\x90\0 %PDF-1.4 %%EOF'],
    ['a page', 'photo.png', '<!doctype html><script>alert(1)</script>'],
    ['a drawing with scripts', 'photo.png', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['the beginning of a PDF', 'avis.pdf', '%PDF-1.4\n1 0 obj'],
    ['the beginning of a PNG', 'photo.png', PNG.subarray(0, 40)],
    ['an archive', 'avis.zip', 'PK\x03\x04'],
    ['nothing', 'vide.pdf', ''],
  ])('%s is refused, in French, and not kept', async (_, name, bytes) => {
    const { status, body } = await upload(bot.address, open, [{ name, bytes, type: 'application/pdf' }]);
    expect(status).toBe(415);
    expect(body.error.message).toMatch(/ni un PDF, ni une image/);
    expect(await kept()).toEqual({ files: 0, bytes: 0 });
  });

  it('may be as large as the limit, and not a byte larger', async () => {
    const exactly = await upload(bot.address, open, [{ name: 'a.pdf', bytes: pdfOf(MEGABYTE) }]);
    expect(exactly.status).toBe(200);
    const above = await upload(bot.address, open, [{ name: 'b.pdf', bytes: pdfOf(MEGABYTE + 1) }]);
    expect(above.status).toBe(413);
    expect(above.body.error.message).toMatch(/1 Mo au plus/);
    expect(await kept()).toEqual({ files: 1, bytes: MEGABYTE });
  });

  it('one bad one among several: none is kept', async () => {
    const { status } = await upload(bot.address, open, [
      { name: 'a.pdf', bytes: PDF },
      { name: 'b.pdf', bytes: 'MZ' },
    ]);
    expect(status).toBe(415);
    expect((await kept()).files).toBe(0);
  });

  it('no more than five come in one request, no more than twenty in a conversation', async () => {
    const files = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ name: `${index}.pdf`, bytes: PDF }));
    expect((await upload(bot.address, open, files(6))).body.error.code).toBe('TooManyFiles');
    for (let sent = 0; sent < 20; sent += 5) expect((await upload(bot.address, open, files(5))).status).toBe(200);
    expect((await upload(bot.address, open, files(1))).body.error.code).toBe('TooManyFiles');
  });

  it('needs the token of its conversation', async () => {
    const other = await startConversation(bot.address);
    const { status } = await upload(bot.address, { ...open, token: other.token }, [{ name: 'a.pdf', bytes: PDF }]);
    expect(status).toBe(403);
  });

  it('sent again under the same id is one message', async () => {
    const activity = { type: 'message', channelData: { clientActivityID: 'mine-1' } };
    const first = await upload(bot.address, open, [{ name: 'a.pdf', bytes: PDF }], activity);
    const second = await upload(bot.address, open, [{ name: 'a.pdf', bytes: PDF }], activity);
    expect(second.body.id).toBe(first.body.id);
    await answerTo(bot.address, open, first.body.id);
    expect((await activities(bot.address, open)).activities.filter(({ from }) => from?.role === 'user')).toHaveLength(
      1,
    );
  });

  it.each([
    ['no form', { 'content-type': 'application/json' }, '{}'],
    ['a form without its border', { 'content-type': 'multipart/form-data' }, 'x'],
    [
      'a form that breaks off',
      { 'content-type': 'multipart/form-data; boundary=b' },
      '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-',
    ],
    ['a form without a file', { 'content-type': 'multipart/form-data; boundary=b' }, '--b--\r\n'],
  ])('%s is refused', async (_, headers, body) => {
    const response = await fetch(`${bot.address}/directline/conversations/${open.conversationId}/upload`, {
      method: 'POST',
      headers: { ...headers, authorization: `Bearer ${open.token}` },
      body,
    });
    expect(response.status).toBe(400);
    expect((await kept()).files).toBe(0);
  });

  it('has secrets taken out of its name', async () => {
    await upload(bot.address, open, [{ name: 'carte 1 69 05 49 588 157 80.pdf', bytes: PDF }]);
    const stored = JSON.stringify((await activities(bot.address, open)).activities);
    expect(stored).toMatch(/numéro de sécurité sociale masqué/);
    expect(stored).not.toMatch(/588/);
  });
});

describe('a file on its way to an advisor', () => {
  /** Presses the button with these words under the last message. */
  async function press(title: string): Promise<string> {
    const { activities: all } = await activities(bot.address, open);
    const actions = all.flatMap(({ suggestedActions }) => suggestedActions?.actions ?? []);
    const action = actions.findLast((one) => one.title === title);
    if (!action) throw new Error(`no button « ${title} »`);
    return say(title, action.value as object);
  }

  /** Writes the message from the first slot to the summary. */
  async function fillForm(): Promise<string> {
    await press('Autre chose');
    await say('35000');
    await say('Carte jamais reçue');
    await say("J'ai commandé ma carte il y a deux mois. Elle n'est jamais arrivée.");
    await say('Camille Durand');
    return press("Ni l'un ni l'autre");
  }

  const ticket = () => waitFor('the ticket', async () => (await bot.tickets.ticketsOf(open.conversationId))[0]);
  const namesOf = async (ticketId: string) => (await bot.attachments.ofTicket(ticketId)).map(({ name }) => name).sort();

  async function sendFile(name: string): Promise<string> {
    const { body } = await upload(bot.address, open, [{ name, bytes: PDF }]);
    return (await answerTo(bot.address, open, body.id)).text ?? '';
  }

  it('goes with the message: the one sent before it, the one sent while it is written, and the one that follows', async () => {
    expect(await sendFile('avant.pdf')).toMatch(/Pour l'instant, personne ne l'a reçu/);
    await press('Écrire à un conseiller');
    expect(await sendFile('pendant.pdf')).toMatch(/partira avec votre message/);
    expect(await fillForm()).toMatch(/Avec ce message\s: avant\.pdf, pendant\.pdf/);
    await press('Envoyer le message');
    const { id } = await ticket();
    expect(await namesOf(id)).toEqual(['avant.pdf', 'pendant.pdf']);
    expect(await sendFile('après.pdf')).toMatch(/J'ai ajouté après\.pdf à votre demande/);
    expect(await namesOf(id)).toEqual(['après.pdf', 'avant.pdf', 'pendant.pdf'].sort());
    expect((await bot.tickets.thread(id)).map(({ text }) => text)).toEqual(['Fichier joint : après.pdf']);
    const [first] = await bot.attachments.ofTicket(id);
    expect((await bot.attachments.read(id, first?.id ?? ''))?.bytes.toString()).toBe(PDF);
  });

  it('stays behind when the person does not want to send it any more', async () => {
    await sendFile('secret.pdf');
    await press('Écrire à un conseiller');
    await fillForm();
    expect(await press('Ne pas joindre de fichier')).not.toMatch(/secret\.pdf/);
    await press('Envoyer le message');
    expect(await namesOf((await ticket()).id)).toEqual([]);
  });
});

describe('names and kinds', () => {
  const kind = { contentType: 'application/pdf', ending: '.pdf' } as const;

  it.each([
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\lea\\avis.PDF', 'avis.pdf'],
    ['facture\u202Efdp.exe', 'facturefdp.pdf'],
    ['a\0b\r\nc.pdf', 'abc.pdf'],
    ['...', 'fichier.pdf'],
    ['"; filename="x.exe', 'filename= x.pdf'],
  ])('%j becomes %j', (given, name) => {
    expect(fileName(given, kind, 'fichier')).toBe(name);
  });

  it('whatever it is called, a name is short, one line, and ends as the bytes deserve', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const name = fileName(given, kind, 'fichier');
        expect([...name].length).toBeLessThanOrEqual(120);
        expect(name).toMatch(/^[^<>:"/\\|?*\p{Cc}\p{Cf}]+\.pdf$/u);
        expect(name).not.toMatch(/^\./);
      }),
    );
  });

  it('bytes of no kind that is taken are of no kind', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const head = Buffer.from(bytes).toString('latin1', 0, 4);
        fc.pre(!/^(%PDF|\x89PNG|\xff\xd8\xff)/.test(head));
        expect(fileKind(Buffer.from(bytes))).toBeUndefined();
      }),
    );
  });
});

test('with a limit of 0 no file is taken, and clients are not told to offer it', async () => {
  await bot.stop();
  bot = await startWebBot(content, { megabytes: 0 });
  open = await startConversation(bot.address);
  expect(open).not.toHaveProperty('guichet.attachmentMaxMb');
  expect((await upload(bot.address, open, [{ name: 'a.pdf', bytes: PDF }])).status).toBe(415);
  expect((await post(bot.address, open, 'bonjour')).status).toBe(200);
});
