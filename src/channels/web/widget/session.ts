import { fieldsOf, textOf } from './read-activity';

/** All that is kept over a reload, in this tab only: no message, no cookie. The transcript is read again from the server. */
export interface Session {
  conversationId: string;
  token: string;
  watermark?: string | undefined;
}

const key = 'guichet';

export function loadSession(): Session | undefined {
  const { conversationId, token, watermark } = fieldsOf(storedJson());
  const [id, bearer] = [textOf(conversationId), textOf(token)];
  return id && bearer ? { conversationId: id, token: bearer, watermark: textOf(watermark) } : undefined;
}

export function saveSession(session: Session): void {
  withStorage((storage) => storage.setItem(key, JSON.stringify(session)));
}

export function forgetSession(): void {
  withStorage((storage) => storage.removeItem(key));
}

function storedJson(): unknown {
  return withStorage((storage) => JSON.parse(storage.getItem(key) ?? 'null') as unknown);
}

/** Storage may be blocked by the browser's settings: the conversation then lives until the page is left. */
function withStorage<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(sessionStorage);
  } catch {
    return undefined;
  }
}
