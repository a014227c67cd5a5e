import { setTimeout as wait } from 'node:timers/promises';
import { json, type Request, type RequestHandler, type Response, Router } from 'express';
import type { Receipt } from '../../conversation/conversations';
import { clientActivityId } from '../../conversation/incoming';
import { refuse } from './direct-line-errors';
import { type UploadDeps, uploads } from './receive-upload';
import { activitySet, readWatermark } from './served-activity';
import { type OpinionDeps, takeOpinion } from './take-opinion';
import { type Grant, TOKEN_SECONDS, type Tokens } from './tokens';

export interface DirectLineDeps extends UploadDeps, OpinionDeps {
  tokens: Tokens;
  /** `ws://host:port` or `wss://…`, without a slash at the end. */
  streamOrigin(request: Request): string;
}

/** Largest body that is read. A message of 10,000 characters is far below it and gets a kind answer. */
const BODY_LIMIT = '256kb';
const GREETING_LIMIT_MS = 5_000;
/** A full line is answered in about ten seconds; with some to spare for those who come back together. */
const BUSY_SECONDS = 30;

/** Direct Line 3.0, as botframework-directlinejs and Web Chat speak it. */
export function directLine(deps: DirectLineDeps): Router {
  const router = Router();
  // Before any body is read as JSON.
  router.post('/conversations/:id/upload', withGrant(deps, uploads(deps)));
  router.use(json({ limit: BODY_LIMIT, type: () => true }));
  router.post('/tokens/generate', generateToken(deps));
  router.post('/tokens/refresh', refreshToken(deps));
  router.post('/conversations', startConversation(deps));
  router.get('/conversations/:id', withGrant(deps, resumeConversation(deps)));
  router.post('/conversations/:id/activities', withGrant(deps, postActivity(deps)));
  router.get('/conversations/:id/activities', withGrant(deps, getActivities(deps)));
  router.use((_request, response) => refuse(response, 'notFound', deps.sentences));
  return router;
}

type GrantedHandler = (request: Request, response: Response, grant: Grant) => Promise<void>;

function generateToken(deps: DirectLineDeps): RequestHandler {
  return async (request, response) => {
    const grant = await newGrant(request, response, deps);
    if (!grant) return;
    const token = await deps.tokens.issue(grant);
    response.json({ conversationId: grant.conversationId, token, expires_in: TOKEN_SECONDS });
  };
}

function refreshToken(deps: DirectLineDeps): RequestHandler {
  return async (request, response) => {
    const checked = await deps.tokens.check(bearer(request), { forResume: true });
    if (checked.kind !== 'valid') {
      refuse(response, checked.kind === 'expired' ? 'expired' : 'forbidden', deps.sentences);
      return;
    }
    const token = await deps.tokens.issue(checked.grant);
    response.json({ conversationId: checked.grant.conversationId, token, expires_in: TOKEN_SECONDS });
  };
}

/** Begins the conversation that the token names; without a token, a new one. The greeting is its first activity. */
function startConversation(deps: DirectLineDeps): RequestHandler {
  return async (request, response) => {
    const token = bearer(request);
    const checked = token ? await deps.tokens.check(token) : undefined;
    if (checked && checked.kind !== 'valid') {
      refuse(response, checked.kind === 'expired' ? 'expired' : 'forbidden', deps.sentences);
      return;
    }
    const grant = checked?.grant ?? (await newGrant(request, response, deps));
    if (!grant) return;
    const isThere = await deps.conversations.exists(grant.conversationId);
    if (!isThere && (await begin(grant, deps)) === 'busy') {
      refuseBusy(response, deps);
      return;
    }
    response.status(201).json(await opened(request, grant, 0, deps));
  };
}

async function begin({ conversationId, userId }: Grant, { conversations }: DirectLineDeps): Promise<Receipt['kind']> {
  const receipt = await conversations.accept({
    conversationId,
    channel: 'web',
    activity: { type: 'conversationUpdate' },
    repeatKey: `web:start:${conversationId}`,
    from: userId,
  });
  if (receipt.kind === 'accepted') await greetedSoon(receipt.answered);
  return receipt.kind;
}

/** A greeting that is late comes by the stream: the person may begin to write. */
async function greetedSoon(answered: Promise<void>): Promise<void> {
  const waited = new AbortController();
  await Promise.race([answered, wait(GREETING_LIMIT_MS, undefined, { signal: waited.signal })]).catch(() => undefined);
  waited.abort();
}

function resumeConversation(deps: DirectLineDeps): GrantedHandler {
  return async (request, response, grant) => {
    if (!(await deps.conversations.exists(grant.conversationId))) {
      refuse(response, 'gone', deps.sentences);
      return;
    }
    response.json(await opened(request, grant, readWatermark(request.query['watermark']), deps));
  };
}

/** Acknowledged once it is in the inbox; the answer comes by the stream or the next reading. */
function postActivity(deps: DirectLineDeps): GrantedHandler {
  return async (request, response, { conversationId, userId }) => {
    const activity = activityOf(request.body);
    if (!activity) {
      refuse(response, 'unreadable', deps.sentences);
      return;
    }
    // Clients also tell that someone types or that the page has loaded: nothing to answer, nothing to keep.
    if (activity['type'] !== 'message' && activity['type'] !== 'event') {
      response.json({ id: deps.ids.uuid() });
      return;
    }
    const allowance = await deps.limits.message(conversationId);
    if (!allowance.allowed) {
      response.set('Retry-After', String(allowance.retryAfterSeconds));
      refuse(response, 'tooMany', deps.sentences);
      return;
    }
    if (activity['type'] === 'event') {
      const taken = await takeOpinion(activity, { conversationId, userId }, deps);
      if (taken?.kind === 'busy') refuseBusy(response, deps);
      else response.json({ id: taken?.activityId ?? deps.ids.uuid() });
      return;
    }
    const clientId = clientActivityId(activity);
    const receipt = await deps.conversations.accept({
      conversationId,
      channel: 'web',
      activity,
      repeatKey: clientId === undefined ? null : `web:${conversationId}:${clientId}`,
      from: userId,
    });
    if (receipt.kind === 'busy') refuseBusy(response, deps);
    else response.json({ id: receipt.activityId });
  };
}

/** Nothing was kept: the same message may be sent again, under the same id. */
function refuseBusy(response: Response, { sentences }: DirectLineDeps): void {
  response.set('Retry-After', String(BUSY_SECONDS));
  refuse(response, 'busy', sentences);
}

function activityOf(body: unknown): Readonly<Record<string, unknown>> | undefined {
  const isActivity = typeof body === 'object' && body !== null && !Array.isArray(body);
  return isActivity ? { ...body } : undefined;
}

function getActivities(deps: DirectLineDeps): GrantedHandler {
  return async (request, response, { conversationId }) => {
    const after = readWatermark(request.query['watermark']);
    response.json(activitySet(await deps.conversations.transcript(conversationId, after), after));
  };
}

/** Only with a token for just this conversation. */
function withGrant(deps: DirectLineDeps, handler: GrantedHandler): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const checked = await deps.tokens.check(bearer(request));
    if (checked.kind === 'expired') refuse(response, 'expired', deps.sentences);
    else if (checked.kind === 'invalid' || checked.grant.conversationId !== request.params.id) {
      refuse(response, 'forbidden', deps.sentences);
    } else await handler(request, response, checked.grant);
  };
}

async function newGrant(request: Request, response: Response, deps: DirectLineDeps): Promise<Grant | undefined> {
  const allowance = await deps.limits.newConversation(request.ip ?? '');
  if (allowance.allowed) return { conversationId: deps.ids.uuid(), userId: `dl_${deps.ids.uuid()}` };
  response.set('Retry-After', String(allowance.retryAfterSeconds));
  refuse(response, 'tooMany', deps.sentences);
  return undefined;
}

async function opened(request: Request, grant: Grant, watermark: number, deps: DirectLineDeps) {
  const { conversationId } = grant;
  const token = await deps.tokens.issue(grant);
  const query = new URLSearchParams({ watermark: String(watermark), t: token }).toString();
  const streamUrl = `${deps.streamOrigin(request)}/directline/conversations/${conversationId}/stream?${query}`;
  // Of our own: other clients pass over it.
  const guichet = deps.attachmentMaxMb > 0 ? { attachmentMaxMb: deps.attachmentMaxMb } : {};
  return { conversationId, token, expires_in: TOKEN_SECONDS, streamUrl, guichet };
}

function bearer(request: Request): string {
  return /^Bearer (.+)$/.exec(request.get('authorization') ?? '')?.[1] ?? '';
}
