import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { ContactBook } from '../../src/contacts/contact-book';
import type { FundBook } from '../../src/contacts/fund-book';
import { communesSchema, contactsSchema, fundsSchema } from '../../src/knowledge/schemas';

/** What stands in knowledge/, checked by its schemas alone: an error elsewhere in the content does not matter here. */
const read = (name: string): unknown => parse(readFileSync(`knowledge/${name}.yaml`, 'utf8'));

export const contactBook = (): ContactBook => contactsSchema.parse(read('contacts'));

export const fundBook = (): FundBook => ({
  ...fundsSchema.parse(read('funds')),
  ...communesSchema.parse(read('communes')),
});
