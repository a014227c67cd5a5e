import { z } from 'zod';

/** The shapes of the files under knowledge/; what each key means stands in docs/tasks/. */

const day = z.iso.date();
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is kebab-case: small letters, figures and hyphens');
const text = z.string().trim().min(1);
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
});

const factSchema = z
  .strictObject({
    kind: z.enum(['phone', 'delay', 'amount', 'age', 'percentage', 'date', 'form', 'address', 'count', 'hours']),
    value: z.string(),
    unit: z.string().optional(),
    say: text,
    confidence: z.enum(['A', 'B', 'C']),
    source: z.string(),
    valid: validity.optional(),
    fallback: text.optional(),
    note: z.string().optional(),
    reviewed: day,
    owner: text,
  })
  .refine((fact) => !fact.valid?.until || fact.fallback, 'a fact that ends needs a fallback sentence');

export const factsSchema = z.strictObject({ sources: z.record(z.string(), source), facts: z.record(id, factSchema) });

const span = z.string().regex(/^\d\d:\d\d-\d\d:\d\d$/, 'opening hours are written 08:30-17:00');
const weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);

export const contactsSchema = z.strictObject({
  contacts: z.record(
    id,
    z.strictObject({
      kind: z.enum(['online', 'appointment', 'phone', 'message', 'advisor', 'agency', 'post']),
      name: text,
      how: text,
      reason: text,
      voice: z.boolean().default(false),
      needs: z.enum(['account']).optional(),
      territories: z.array(id).optional(),
      hours: z.record(id, id).optional(),
    }),
  ),
  territories: z.record(id, z.strictObject({ name: text, zone: text, holidays: id })),
  timetables: z.record(
    id,
    z.strictObject({
      zone: text,
      holidays: id,
      days: z.partialRecord(weekday, span),
      quiet: z.array(span).default([]),
      confidence: z.enum(['A', 'B', 'C']),
      source,
      reviewed: day,
    }),
  ),
  holidays: z.record(id, z.strictObject({ own: z.array(z.string().regex(/^\d\d-\d\d$/)) })),
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
  terms: z.record(id, z.strictObject({ say: text, explain: text })),
  languages: z.record(z.string(), z.array(text)),
});

export const offTopicSchema = z.strictObject({ sentences: z.array(text).min(1) });

export type ArticleFrontMatter = z.infer<typeof articleSchema>;
export type Fact = z.infer<typeof factSchema>;
export type Source = z.infer<typeof source>;
export type ContactsFile = z.infer<typeof contactsSchema>;
export type SafetyFile = z.infer<typeof safetySchema>;
export type VocabularyFile = z.infer<typeof vocabularySchema>;
