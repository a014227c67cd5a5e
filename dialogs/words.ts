import { z } from 'zod';
import { checkYaml } from '../src/knowledge/checked-yaml';
import type { Problem } from '../src/knowledge/problem';

const phrases = z.array(z.string().min(1)).min(1);

const wordsSchema = z.strictObject({
  fillers: phrases,
  greetings: phrases,
  thanks: phrases,
  help: phrases,
  startOver: phrases,
  otherWays: phrases,
  writeToAdvisor: phrases,
  continue: phrases,
  human: phrases,
  humanFillers: phrases,
  insults: phrases,
  yes: phrases,
  no: phrases,
  partly: phrases,
  undecided: phrases,
  reservations: phrases,
  more: phrases,
  noneOfThese: phrases,
  ordinals: z.array(phrases).min(1),
  last: phrases,
  back: phrases,
  cancel: phrases,
  resumeDraft: phrases,
  trackTicket: phrases,
  transmit: phrases,
  cannotPhone: phrases,
  urgent: phrases,
  whichFund: phrases,
  livesIn: phrases,
  placeAfter: phrases,
  codeNames: phrases,
  units: phrases,
  botComplaints: phrases,
  followUpDetails: phrases,
  followUpContacts: phrases,
  followUpOpenings: phrases,
});

/** How people say yes, no, hello …: `words.fr.yaml`. */
export type Words = z.infer<typeof wordsSchema>;

/** Reads the lists. Whatever is wrong goes to `problems`, all at once; the words are then undefined. */
export function readWords(yaml: string, file: string, problems: Problem[]): Words | undefined {
  return checkYaml(yaml, wordsSchema, file, problems)?.value;
}
