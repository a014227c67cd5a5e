import { createServer, type Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import express, { type ErrorRequestHandler, type Express, type Request, type Router } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import type { Metrics } from '../../insights/metrics';
import { allowOrigins } from './cors';
import { directLine, type DirectLineDeps } from './direct-line';
import { refuse, type WebSentences } from './direct-line-errors';
import { lastAnswers } from './last-answers';
import { requestDeadline, wasLate } from './request-deadline';
import { serveWidget } from './serve-widget';
import { serveStreams } from './stream';

export interface WebServerDeps extends Omit<DirectLineDeps, 'streamOrigin'> {
  log: Logger;
  metrics: Metrics;
  /** Rejects while the server cannot answer people. */
  ready: () => Promise<void>;
  /** Folder of the page, and the widget's bundle. */
  pages: string;
  widget: string;
  publicUrl: string | undefined;
  /** Of pages elsewhere that hold the chat, as browsers name them: `https://www.example.org`. */
  chatOrigins: readonly string[];
  trustProxy: number;
  /** The advisors' pages, where this server has a desk. */
  desk?: Router;
  /** The Bot Framework's door, where this server has one. */
  teams?: Router;
}

/** A database that answers later is none that people can be served from. */
const READY_LIMIT_MS = 2_000;
/** A client that has gone silent holds nobody up at a stop; the turns have their own time. */
const GOODBYE_MS = 2_000;

/** Everything the browser talks to. The server is returned unstarted; `close` ends its streams, stops taking and resolves when
 *  the last answer is given, or a silent client was given up. */
export function createWebServer(deps: WebServerDeps): { server: Server; close(): Promise<void> } {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', deps.trustProxy);
  // Nothing that is made for one request is asked for again; files have their own.
  app.set('etag', false);
  app.use(securityHeaders(deps.publicUrl));
  addOperatorRoutes(app, deps);
  app.use('/directline', exceptUploads(requestDeadline((response) => refuse(response, 'broken', deps.sentences))));
  const ownOrigin = originOf(deps.publicUrl);
  const strangers = allowOrigins(deps.chatOrigins, isOwnOrigin(deps.publicUrl), (_request, response) =>
    refuse(response, 'forbidden', deps.sentences),
  );
  const streamOrigin = (request: Request) => ownOrigin(request).replace(/^http/, 'ws');
  app.use('/directline', noStore, strangers, directLine({ ...deps, streamOrigin }));
  if (deps.desk) app.use('/desk', deps.desk);
  if (deps.teams) app.use('/api/messages', deps.teams);
  app.get('/widget.js', serveWidget(deps.widget));
  app.use(express.static(deps.pages, { extensions: ['html'] }));
  app.use(lastResort(deps.log, deps.sentences));
  const server = createServer(app);
  const streams = serveStreams(server, deps.conversations, deps.tokens);
  const sayLast = lastAnswers(server);
  return {
    server,
    close() {
      sayLast();
      streams.close();
      return new Promise((closed) => {
        server.close(() => closed());
        server.closeIdleConnections();
        setTimeout(() => {
          streams.end();
          server.closeAllConnections();
          closed();
        }, GOODBYE_MS).unref();
      });
    },
  };
}

/** A telephone sends a file for minutes. */
function exceptUploads(handler: express.RequestHandler): express.RequestHandler {
  return (request, response, next) => (request.path.endsWith('/upload') ? next() : handler(request, response, next));
}

/** Nothing from elsewhere, nothing inline, no frame around us. */
function securityHeaders(publicUrl: string | undefined) {
  const secure = publicUrl?.startsWith('https:') ?? false;
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'style-src': ["'self'"],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
        'require-trusted-types-for': ["'script'"],
      },
    },
    strictTransportSecurity: secure,
    referrerPolicy: { policy: 'no-referrer' },
  });
}

function addOperatorRoutes(app: Express, { ready, metrics }: WebServerDeps): void {
  app.get('/healthz', (_request, response) => void response.type('text').send('ok'));
  app.get('/readyz', async (_request, response) => {
    const isReady = await Promise.race([
      ready().then(
        () => true,
        () => false,
      ),
      wait(READY_LIMIT_MS, false, { ref: false }),
    ]);
    response
      .status(isReady ? 200 : 503)
      .type('text')
      .send(isReady ? 'ready' : 'not ready');
  });
  app.get('/metrics', async (_request, response) => {
    response.set('Content-Type', metrics.contentType).send(await metrics.text());
  });
}

const noStore: express.RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};

/** Where people's browsers find this server: the address they came by, unless the operator names a public one. */
function originOf(publicUrl: string | undefined): (request: Request) => string {
  if (publicUrl) return () => new URL(publicUrl).origin;
  return (request) => `${request.protocol}://${request.host}`;
}

/** Behind a proxy the server does not always know that it was https: the host tells enough. */
function isOwnOrigin(publicUrl: string | undefined): (origin: string, request: Request) => boolean {
  const publicOrigin = publicUrl && new URL(publicUrl).origin;
  return (origin, request) =>
    origin === publicOrigin || (URL.canParse(origin) && new URL(origin).host === request.host);
}

/** What went wrong is for the log; the person reads a kind sentence. */
function lastResort(log: Logger, sentences: WebSentences): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      if (!wasLate(response)) next(error);
      return;
    }
    const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : 500;
    if (status === 413) refuse(response, 'tooLong', sentences);
    else if (typeof status === 'number' && status < 500) refuse(response, 'unreadable', sentences);
    else {
      log.error({ err: error, path: request.path }, 'a request failed');
      refuse(response, 'broken', sentences);
    }
  };
}
