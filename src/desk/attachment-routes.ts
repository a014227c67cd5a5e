import type { Router } from 'express';
import type { DeskDeps } from './desk-deps';
import type { AdvisorHandler, OnlySignedIn } from './signed-in';
import type { TicketDesk } from './ticket-desk';

/** Files of a ticket, for whoever may read the ticket. They come from strangers: a browser saves them and never shows them,
 *  as what their bytes are and nothing else. */
export function addAttachmentRoutes(
  router: Router,
  desk: TicketDesk,
  { attachments, log }: Pick<DeskDeps, 'attachments' | 'log'>,
  { onlySignedIn, notFound }: { onlySignedIn: OnlySignedIn; notFound: AdvisorHandler },
): void {
  router.get(
    '/tickets/:id/attachments/:attachment',
    onlySignedIn(async (request, response, advisor) => {
      const ticket = await desk.ticket(String(request.params['id']));
      const file = ticket && (await attachments.read(ticket.id, String(request.params['attachment'])));
      if (!file) return notFound(request, response, advisor);
      log.info({ ticketId: ticket.id, attachmentId: file.id, advisorId: advisor.id }, 'an advisor opened a file');
      response.set({
        'Content-Security-Policy': "sandbox; default-src 'none'",
        'Cross-Origin-Resource-Policy': 'same-origin',
      });
      // In ASCII and, where it is not, as RFC 6266 wants it.
      response.attachment(file.name);
      // `attachment` takes the type from the name.
      response.set('Content-Type', file.contentType);
      response.send(file.bytes);
    }),
  );
}
