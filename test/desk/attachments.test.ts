import { CAMILLE, CONVERSATION, startTestDesk, type TestDesk } from './test-desk';

const BYTES = Buffer.from('%PDF-1.4\n<script>alert(1)</script>\n%%EOF');

let test: TestDesk;
beforeEach(async () => {
  test = await startTestDesk();
  const file = { id: 'file-1', name: 'avis été "1".pdf', contentType: 'application/pdf', size: BYTES.length };
  await test.attachments.keep({ ...file, conversationId: CONVERSATION, at: test.clock.now() }, BYTES);
});
afterEach(() => test.stop());

const path = (ticket: string, file = 'file-1') => `/desk/tickets/${ticket}/attachments/${file}`;

it('files stand on the page of their ticket, with their size', async () => {
  const ticket = await test.writeTicket({ attachments: ['file-1'] });
  const page = await (await test.browserOf(CAMILLE)).get(`/desk/tickets/${ticket}`);
  expect(page.html).toMatch(/Fichiers joints par la personne/);
  expect(page.html).toContain(path(ticket));
  expect(page.html).toMatch(/1\u00a0Ko/);
});

it('are saved, never shown: as what their bytes are, in a sandbox, and not kept by the browser', async () => {
  const ticket = await test.writeTicket({ attachments: ['file-1'] });
  const { status, headers, html } = await (await test.browserOf(CAMILLE)).get(path(ticket));
  expect(status).toBe(200);
  expect(html).toBe(BYTES.toString());
  expect(headers.get('content-type')).toBe('application/pdf');
  expect(headers.get('content-disposition')).toMatch(
    /^attachment; filename=".*"; filename\*=UTF-8''avis%20%C3%A9t%C3%A9/,
  );
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toMatch(/^sandbox/);
  expect(headers.get('cache-control')).toBe('no-store');
});

it('are for signed-in advisors only, and for those of the right ticket', async () => {
  const ticket = await test.writeTicket({ attachments: ['file-1'] });
  const other = await test.writeTicket({});
  expect((await test.newBrowser().get(path(ticket))).status).toBe(303);
  const camille = await test.browserOf(CAMILLE);
  expect((await camille.get(path(other))).status).toBe(404);
  expect((await camille.get(path(ticket, 'file-2'))).status).toBe(404);
});

it('of another conversation do not come along', async () => {
  const stranger = { id: 'file-3', name: 'a.pdf', contentType: 'application/pdf', size: 1 };
  await test.attachments.keep({ ...stranger, conversationId: 'another', at: test.clock.now() }, Buffer.from('x'));
  const ticket = await test.writeTicket({ attachments: ['file-1', 'file-3'] });
  expect((await test.attachments.ofTicket(ticket)).map(({ id }) => id)).toEqual(['file-1']);
});
