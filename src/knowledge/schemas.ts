import { IANAZone } from 'luxon';
import { z } from 'zod';

/** The shapes of the files under knowledge/; what each key means stands in docs/tasks/. */

const day = z.iso.date();
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is kebab-case: small letters, figures and hyphens');
const text = z.string().trim().min(1);
/** Said as it is inside a sentence: a reference in it would be read aloud as braces. */
const plainText = text.regex(/^[^{}]*$/, 'plain words: no braces here');
const validity = z.strictObject({ from: day.optional(), until: day.optional() });
const source = z.strictObject({ title: text, publisher: text, url: z.url({ protocol: /^https$/ }).optional(), seen: day });

export const articleSchema = z.strictObject({
  title: text.max(80),
  kind: z.enum(['own', 'elsewhere', 'bot']),
  tone: z.enum(['plain', 'sober']).default('plain'),
  questions: z.array(text).min(12, 'at least 12 ways of asking'),
  keywords: z.array(text).default([]),
  contacts: z.array(id).default([]),
  related: z.array(id).max(4).default([]),
  sources: z.array(source).min(1, 'at least one source'),
  reviewed: day,
  valid: validity.optional(),
  tells: z.enum(['fund-of-place', 'fund-of-code']).optional(),
});

const factSchema = z
  .strictObject({
    kind: z.enum(['phone', 'delay', 'amount', 'age', 'percentage', 'date', 'form', 'address', 'count', 'hours']),
    value: z.string(),
    unit: z.string().optional(),
    say: plainText,
    confidence: z.enum(['A', 'B', 'C']),
    source: z.string(),
    valid: validity.optional(),
    fallback: text.optional(),
    note: z.string().optional(),
    reviewed: day,
    owner: text,
  })
  .refine(
    ({ valid, fallback }) => fallback !== undefined || (valid?.from === undefined && valid?.until === undefined),
    'a fact that begins or ends needs a fallback sentence',
  );

export const factsSchema = z.strictObject({ sources: z.record(z.string(), source), facts: z.record(id, factSchema) });

const clock = '([01]\\d|2[0-3]):[0-5]\\d';
const span = z
  .string()
  .regex(new RegExp(`^${clock}-${clock}$`), 'opening hours are written 08:30-17:00')
  .refine((hours) => hours.slice(0, 5) < hours.slice(6), 'closes before it opens');
const weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
const zone = text.refine((name) => IANAZone.isValidZone(name), 'a time zone is written Indian/Reunion');
/** 2024: a year that has a 29 February. */
const holiday = z
  .string()
  .refine((date) => date === 'good-friday' || z.iso.date().safeParse(`2024-${date}`).success, 'a holiday is written 05-27, or good-friday');

export const contactsSchema = z.strictObject({
  contacts: z.record(
    id,
    z.strictObject({
      kind: z.enum(['online', 'appointment', 'phone', 'message', 'advisor', 'agency', 'post']),
      name: text,
      how: text,
      reason: text,
      reasons: z.partialRecord(z.enum(['cannot-phone', 'no-account', 'abroad', 'quiet', 'subject']), text).optional(),
      voice: z.boolean().default(false),
      needs: z.enum(['account']).optional(),
      'first-for': z.enum(['cannot-phone']).optional(),
      'instead-of': id.optional(),
      listed: z.enum(['always', 'on-request']).default('always'),
      territories: z.array(id).optional(),
      except: z.array(id).optional(),
      hours: z.record(id, id).optional(),
    }),
  ),
  territories: z.record(id, z.strictObject({ name: text, zone, holidays: id })),
  timetables: z.record(
    id,
    z.strictObject({
      zone,
      holidays: id,
      days: z.partialRecord(weekday, span),
      quiet: z.array(span).default([]),
      confidence: z.enum(['A', 'B', 'C']),
      source,
      reviewed: day,
    }),
  ),
  holidays: z.record(id, z.strictObject({ own: z.array(holiday) })),
});

const fundCode = z.string().regex(/^\d{3}$/, 'the code of a fund is three figures in quotes: "011"');
const postcode = z.string().regex(/^\d{5}$/, 'a postcode is five figures in quotes: "01000"');
const department = z.string().regex(/^(\d\d|2[AB]|97\d)$/, 'a department is written "01", "2A" or "974"');

export const fundsSchema = z.strictObject({
  sources: z.record(id, source),
  reviewed: day,
  others: z.record(department, z.strictObject({ name: text, territory: id })),
  funds: z.record(
    fundCode,
    z.strictObject({
      name: text,
      type: z.enum(['CPAM', 'CCSS', 'CGSS', 'CSSM']),
      departments: z.array(department).min(1),
      territory: id,
      aliases: z.array(fundCode).default([]),
      address: z.strictObject({ lines: z.array(text), postcode, city: text, dated: day, doubt: text.optional() }),
    }),
  ),
});

const communeFund = z.strictObject({ commune: text, fund: fundCode.nullable() });

export const communesSchema = z.strictObject({
  sources: z.record(id, source),
  reviewed: day,
  postcodes: z.record(postcode, z.union([fundCode, z.null(), z.array(communeFund).min(2)])),
});

export const safetySchema = z.strictObject({
  emergencies: z.record(
    id,
    z.strictObject({ numbers: z.array(id).min(1), say: text, words: z.array(text).min(1), unless: z.array(text).default([]) }),
  ),
});

export const vocabularySchema = z.strictObject({
  phrases: z.array(z.strictObject({ say: z.array(text).min(1), as: text })),
  spellings: z.record(z.string(), text),
  synonyms: z.array(z.array(text).min(2)),
  protected: z.array(text),
  stopwords: z.array(text),
  terms: z.record(id, z.strictObject({ say: plainText, explain: plainText })),
  languages: z.record(z.string(), z.array(text)),
});

/** Longer than any fund takes: a figure above it is a slip of the pen. */
const MOST_WORKING_DAYS = 90;

export const motivesSchema = z.strictObject({
  motives: z.record(
    id,
    z.strictObject({
      title: text.max(60),
      needs: z.array(text).min(1),
      topics: z.array(id).default([]),
      keywords: z.array(text).default([]),
      guard: id.optional(),
    }),
  ),
  guards: z.record(id, z.array(z.strictObject({ words: z.array(text).min(1), say: text, topic: id })).min(1)),
  commitment: z.record(id, z.int().min(1).max(MOST_WORKING_DAYS)).nullable(),
});

export const outdatedSchema = z.strictObject({
  terms: z.array(z.strictObject({ words: z.array(text).min(1), instead: text })),
});

export const offTopicSchema = z.strictObject({ sentences: z.array(text).min(1) });

export type ArticleFrontMatter = z.infer<typeof articleSchema>;
export type Fact = z.infer<typeof factSchema>;
export type Source = z.infer<typeof source>;
export type ContactsFile = z.infer<typeof contactsSchema>;
export type FundsFile = z.infer<typeof fundsSchema>;
export type CommunesFile = z.infer<typeof communesSchema>;
export type SafetyFile = z.infer<typeof safetySchema>;
export type OutdatedFile = z.infer<typeof outdatedSchema>;
export type MotivesFile = z.infer<typeof motivesSchema>;
export type VocabularyFile = z.infer<typeof vocabularySchema>;
