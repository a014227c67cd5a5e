/** The page as it is now, or why there is none. `signed-out`: the server knows the session no longer. */
export type Reading = { kind: 'page'; page: Document } | { kind: 'signed-out' } | { kind: 'unreachable' };

/** Reads this page again without moving anything. A document from XMLHttpRequest is parsed and never run, and needs none
 *  of the writing of HTML that the security policy forbids. The header tells that nobody is at the keyboard for it. */
export function readPageAgain(): Promise<Reading> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('GET', location.pathname + location.search);
    request.responseType = 'document';
    request.setRequestHeader('X-Guichet-Background', '1');
    request.timeout = 10_000;
    request.onload = () => {
      const page: Document | null = request.responseXML;
      if (request.status === 401) resolve({ kind: 'signed-out' });
      else resolve(request.status === 200 && page ? { kind: 'page', page } : { kind: 'unreachable' });
    };
    request.onerror = request.ontimeout = () => resolve({ kind: 'unreachable' });
    request.send();
  });
}
