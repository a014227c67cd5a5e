import type { RequestHandler, Response } from 'express';

/** Browsers and proxies wait longer, people do not: with a database that has gone silent a request ends here. */
const LIMIT_MS = 9_000;

/** Ends a request that has no answer in time with what `late` says. What the handler says afterwards is heard by nobody:
 *  `wasLate` tells its error from others. */
export function requestDeadline(late: (response: Response) => void, limitMs = LIMIT_MS): RequestHandler {
  return (_request, response, next) => {
    const timer = setTimeout(() => {
      if (response.headersSent) return;
      lateResponses.add(response);
      late(response);
    }, limitMs);
    response.once('close', () => clearTimeout(timer));
    next();
  };
}

const lateResponses = new WeakSet<Response>();

export function wasLate(response: Response): boolean {
  return lateResponses.has(response);
}
