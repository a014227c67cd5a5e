import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock, Ids } from '../conversation/ports';
import type { AdvisorStore } from '../storage/advisor-store';
import type { DeskTexts } from './desk-texts';
import { paths } from './paths';
import { hashSecret, newSecret } from './secrets';

export interface FirstLoginDeps {
  advisors: AdvisorStore;
  clock: Clock;
  ids: Pick<Ids, 'uuid'>;
  texts: DeskTexts;
  dataDirectory: string;
}

const FIRST_LOGIN = 'conseiller';
const LINK_HOURS = 24;
const OWNER_ONLY = 0o600;
const LINK = /\/first-login\/([\w-]{43})\s/;

/** Until the first advisor has chosen a password, a one-time link stands in a file for the operator's eyes only. Makes the
 *  account and the link where they are missing. Answers the file's path; undefined: nobody needs it any more. */
export async function offerFirstLogin(deps: FirstLoginDeps, address: string): Promise<string | undefined> {
  const { advisors, clock, texts } = deps;
  const file = fileOf(deps.dataDirectory);
  const first = await firstAdvisor(deps);
  if (!first || first.passwordHash !== null) {
    rmSync(file, { force: true });
    return undefined;
  }
  const now = clock.now();
  const written = existsSync(file) ? LINK.exec(readFileSync(file, 'utf8'))?.[1] : undefined;
  const isValid = written !== undefined && (await advisors.linkOwner(hashSecret(written), now)) === first.id;
  const secret = isValid ? written : newSecret();
  if (!isValid) {
    const expiresAt = new Date(now.getTime() + LINK_HOURS * 3_600_000);
    await advisors.saveLink({ hash: hashSecret(secret), advisorId: first.id, expiresAt });
  }
  const link = new URL(paths.firstLogin(secret), address).href;
  // Written anew, for the mode of a file that is there already would stay, and its address may be an old one.
  rmSync(file, { force: true });
  const note = [texts.say('first-login.file-title'), link, texts.say('first-login.file-note'), ''].join('\n\n');
  writeFileSync(file, note, { mode: OWNER_ONLY, flag: 'wx' });
  return file;
}

/** The link was used: nobody shall find it any more. */
export function forgetFirstLogin(dataDirectory: string): void {
  rmSync(fileOf(dataDirectory), { force: true });
}

async function firstAdvisor({ advisors, clock, ids, texts }: FirstLoginDeps) {
  if ((await advisors.countAdvisors()) === 0) {
    await advisors.createAdvisor({
      id: ids.uuid(),
      login: FIRST_LOGIN,
      name: texts.say('first-login.account-name'),
      passwordHash: null,
      createdAt: clock.now(),
    });
  }
  return advisors.advisorByLogin(FIRST_LOGIN);
}

function fileOf(dataDirectory: string): string {
  return join(dataDirectory, 'first-login.txt');
}
