import type { Request } from 'express';
import { storable } from '../privacy/storable';

/** A field of a posted form: its text with plain line ends; empty where there is none, or anything but one text. */
export function field(request: Request, name: string): string {
  const body: unknown = request.body;
  if (typeof body !== 'object' || body === null) return '';
  const value = (body as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'string' ? storable(value).replace(/\r\n?/g, '\n') : '';
}

/** The id in a page's address, which anybody may have typed. */
export function idIn(request: Request, name = 'id'): string {
  return storable(String(request.params[name]));
}

/** A field that holds a whole number; 0, which no ticket and no message has, where it does not. */
export function numberField(request: Request, name: string): number {
  const text = field(request, name);
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}
