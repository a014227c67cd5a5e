import { parseArgs } from 'node:util';
import { DateTime } from 'luxon';
import { type Advice, type AdviceRequest, adviseContacts } from './advise';
import type { ContactBook } from './contact-book';
import { readPostcode } from './department-of';
import type { FundBook } from './fund-book';
import { fundOfPostcode } from './fund-of-postcode';
import { territoryOf } from './territory-of';

export interface ContactsDeps {
  book: ContactBook;
  funds: FundBook;
  /** Contacts of a topic, best first; undefined: no such topic. */
  contactsOf: (topic: string) => readonly string[] | undefined;
  /** One contact as a French line, at that moment. */
  describe: (advice: Advice, at: Date) => string;
  now: Date;
  print: (line: string) => void;
  complain: (line: string) => void;
}

/** `npm run contacts -- [--json] [--topic ID] [--postcode 97400] [--at 2026-03-02T09:00:00+04:00] [--cannot-phone] [--abroad]`:
 *  the contacts for a person, ranked. Left out: no subject, metropole, now; a time without offset is the territory's own.
 *  JSON: `[{"id","open","opensAt","closesAt","reason"}…]`, times ISO with the zone's offset or null. 2: wrong usage. */
export function contactsCommand(args: string[], deps: ContactsDeps): number {
  const request = readRequest(args, deps);
  if (typeof request === 'string') {
    deps.complain(request);
    return 2;
  }
  const advice = adviseContacts(deps.book, request);
  if (request.json) deps.print(JSON.stringify(advice.map(asJson)));
  else {
    if (request.postcode) fundLines(deps.funds, request.postcode).forEach(deps.print);
    advice.forEach((one, index) => deps.print(`${index + 1}. ${deps.describe(one, request.at)}`));
  }
  return 0;
}

type Request = AdviceRequest & { json: boolean; postcode: string | undefined };

/** A text says what is wrong. */
function readRequest(args: string[], { book, contactsOf, now }: ContactsDeps): Request | string {
  const options = readOptions(args);
  if (!options)
    return 'usage: contacts -- [--json] [--topic ID] [--postcode 97400] [--at TIME] [--cannot-phone] [--abroad]';
  const { json, topic, postcode, at, abroad } = options;
  const preferred = topic === undefined ? [] : contactsOf(topic);
  if (!preferred) return `there is no topic "${topic}"`;
  if (postcode !== undefined && !readPostcode(postcode)) return `"${postcode}" is no postcode: five figures`;
  const territory = abroad ? 'etranger' : postcode === undefined ? 'metropole' : territoryOf(postcode);
  const place = territory && book.territories[territory];
  if (!place) return `postcode ${postcode} is in no territory that a fund serves`;
  const moment = at === undefined ? DateTime.fromJSDate(now) : DateTime.fromISO(at, { zone: place.zone });
  if (!moment.isValid) return `"${at}" is no time: write it as 2026-03-02T09:00:00+04:00`;
  return {
    ...{ json, preferred, territory, at: moment.toJSDate(), cannotPhone: options['cannot-phone'] },
    postcode: abroad ? undefined : postcode,
  };
}

/** Undefined: an option that is unknown or lacks its value. */
function readOptions(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        json: { type: 'boolean', default: false },
        topic: { type: 'string' },
        postcode: { type: 'string' },
        at: { type: 'string' },
        'cannot-phone': { type: 'boolean', default: false },
        abroad: { type: 'boolean', default: false },
      },
    }).values;
  } catch {
    return undefined;
  }
}

function asJson({ id, open, opensAt, closesAt, reason }: Advice) {
  const iso = (time: DateTime | undefined) => time?.toISO({ suppressMilliseconds: true }) ?? null;
  return { id, open, opensAt: iso(opensAt), closesAt: iso(closesAt), reason };
}

/** The fund with its address and that address's date, the communes to choose from, or the body that is none of ours. */
function fundLines(book: FundBook, postcode: string): string[] {
  const found = fundOfPostcode(book, postcode);
  if (found.kind === 'ask-commune') return [`${found.communes.join(', ')} ?`, ''];
  const fund = found.kind === 'fund' ? book.funds[found.code] : undefined;
  if (fund) {
    const { lines, postcode: zip, city, dated } = fund.address;
    return [[fund.name, ...lines, `${zip} ${city}`].join(', ') + ` (${dated})`, ''];
  }
  const territory = territoryOf(postcode);
  return Object.values(book.others)
    .filter((other) => other.territory === territory)
    .flatMap(({ name }) => [name, '']);
}
