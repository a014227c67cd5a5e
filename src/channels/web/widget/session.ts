import { fieldsOf, textOf } from './read-activity';

/** All that is kept over a reload, in this tab only: no message, no cookie. The transcript is read again from the server. */
export interface Session {
  conversationId: string;
  token: string;
  watermark?: string | undefined;
}

/** Where a session is kept between two pages. */
export interface SessionKeeper {
  load(): Session | undefined;
  save(session: Session): void;
  forget(): void;
}

const key = 'guichet';

/** For as long as the tab lives. */
export const inThisTab: SessionKeeper = {
  load() {
    const { conversationId, token, watermark } = fieldsOf(storedJson());
    const [id, bearer] = [textOf(conversationId), textOf(token)];
    return id && bearer ? { conversationId: id, token: bearer, watermark: textOf(watermark) } : undefined;
  },
  save: (session) => withStorage((storage) => storage.setItem(key, JSON.stringify(session))),
  forget: () => withStorage((storage) => storage.removeItem(key)),
};

/** On a machine that others use: with the page, the conversation is gone. */
export const nowhere: SessionKeeper = { load: () => undefined, save: () => undefined, forget: () => undefined };

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
