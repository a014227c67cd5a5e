import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { RequestHandler, Response } from 'express';

/** Sends the widget as it was packed at the build, in the smallest form that the browser takes: pages of any origin may
 *  load it, as any script; what it may call is another matter (cors.ts). `file`: the plain one, `.br` and `.gz` beside it. */
export function serveWidget(file: string): RequestHandler {
  const root = dirname(file);
  const packed = existsSync(`${file}.br`) && existsSync(`${file}.gz`);
  return (request, response) => {
    response.set('Cross-Origin-Resource-Policy', 'cross-origin');
    response.vary('Accept-Encoding');
    response.type('text/javascript');
    const encoding = packed && request.acceptsEncodings('br', 'gzip');
    if (encoding === 'br') send(response, `${basename(file)}.br`, 'br', root);
    else if (encoding === 'gzip') send(response, `${basename(file)}.gz`, 'gzip', root);
    else response.sendFile(basename(file), { root });
  };
}

function send(response: Response, file: string, encoding: string, root: string): void {
  response.set('Content-Encoding', encoding);
  // By its name the type would be that of an archive.
  response.sendFile(file, { root, headers: { 'Content-Type': 'text/javascript; charset=utf-8' } });
}
