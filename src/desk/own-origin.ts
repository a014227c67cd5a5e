import type { Request, RequestHandler } from 'express';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether a request that changes something comes from one of our own pages. Browsers say where a form stood in `Origin`;
 *  the scheme is left to a proxy, so the host decides, or the whole of the operator's public address. */
export function isFromOurPages(request: Pick<Request, 'get' | 'host'>, publicOrigin: string | undefined): boolean {
  const origin = request.get('Origin');
  if (origin === undefined) return request.get('Sec-Fetch-Site') === 'same-origin';
  return origin === publicOrigin || (request.host !== '' && hostOf(origin) === request.host.toLowerCase());
}

/** Calls `refuse` for every request that changes something and comes from elsewhere. */
export function ownPagesOnly(publicUrl: string | undefined, refuse: RequestHandler): RequestHandler {
  const publicOrigin = publicUrl && new URL(publicUrl).origin;
  return (request, response, next) => {
    if (READING.has(request.method) || isFromOurPages(request, publicOrigin)) next();
    else void refuse(request, response, next);
  };
}

function hostOf(origin: string): string | undefined {
  return /^https?:\/\/([^/?#@]+)$/i.exec(origin)?.[1]?.toLowerCase();
}
