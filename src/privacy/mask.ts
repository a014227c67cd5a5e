import { findBankNumbers } from './bank-numbers';
import { findPasswords } from './passwords';
import type { Finding, SecretKind } from './secret';
import { findSocialSecurityNumbers } from './social-security-numbers';

export interface Masked {
  text: string;
  /** Each kind that was found, once. */
  kinds: readonly SecretKind[];
}

const FINDERS: readonly ((text: string) => Finding[])[] = [findSocialSecurityNumbers, findBankNumbers, findPasswords];

/** Puts `labels[kind]` in the place of each secret. Masking a masked text changes nothing; the first finder that claims a
 *  place keeps it. Linear in the text's length. */
export function maskText(text: string, labels: Readonly<Record<SecretKind, string>>): Masked {
  const findings: Finding[] = [];
  for (const finding of FINDERS.flatMap((find) => find(text))) {
    if (!findings.some((other) => finding.start < other.end && other.start < finding.end)) findings.push(finding);
  }
  findings.sort((a, b) => a.start - b.start);
  let masked = '';
  let from = 0;
  for (const { kind, start, end } of findings) {
    masked += text.slice(from, start) + labels[kind];
    from = end;
  }
  return { text: masked + text.slice(from), kinds: [...new Set(findings.map(({ kind }) => kind))] };
}
