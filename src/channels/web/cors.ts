import type { Request, RequestHandler } from 'express';

/** Asked for by a browser on behalf of a page from elsewhere, for so long without asking again. */
const PREFLIGHT_SECONDS = 600;

/** Lets pages of these origins call Direct Line. Those of any other origin are refused before anything is read or begun: a
 *  browser alone would only keep the answer from them. Calls without an origin are no page's: programs, `curl`. */
export function allowOrigins(
  allowed: readonly string[],
  isOwn: (origin: string, request: Request) => boolean,
  refused: RequestHandler,
): RequestHandler {
  return (request, response, next) => {
    response.vary('Origin');
    const origin = request.get('origin');
    if (origin === undefined || isOwn(origin, request)) {
      next();
      return;
    }
    if (!allowed.includes(origin)) {
      refused(request, response, next);
      return;
    }
    response.set('Access-Control-Allow-Origin', origin);
    response.set('Access-Control-Expose-Headers', 'Retry-After');
    if (request.method !== 'OPTIONS') {
      next();
      return;
    }
    response.set({
      'Access-Control-Allow-Methods': 'GET, POST',
      // `x-ms-bot-agent` is sent by Microsoft's own client.
      'Access-Control-Allow-Headers': 'authorization, content-type, x-ms-bot-agent, x-requested-with',
      'Access-Control-Max-Age': String(PREFLIGHT_SECONDS),
    });
    response.status(204).end();
  };
}
