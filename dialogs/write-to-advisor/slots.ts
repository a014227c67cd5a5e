import type { Draft, SlotName } from '../conversation-state';
import type { Turn } from '../turn';
import type { Slot } from './slot';
import { about } from './slot-about';
import { message } from './slot-message';
import { motive } from './slot-motive';
import { name } from './slot-name';
import { commune, postcode } from './slot-postcode';
import { reach, reachValue } from './slot-reach';
import { subject } from './slot-subject';
import { summary } from './slot-summary';

/** The form as a table: asked from top to bottom, each where it applies. */
export const SLOTS: readonly Slot[] = [
  about,
  motive,
  postcode,
  commune,
  subject,
  message,
  name,
  reach,
  reachValue,
  summary,
];

export function slotNamed(wanted: SlotName): Slot {
  return SLOTS.find(({ name: candidate }) => candidate === wanted) ?? summary;
}

/** The slot after this one that applies; after a change from the summary, what belongs to the change, then the summary. */
export function nextSlot(draft: Draft, turn: Turn): SlotName {
  const rest = SLOTS.slice(SLOTS.findIndex(({ name: candidate }) => candidate === draft.slot) + 1);
  const next = rest.find((slot) => slot.applies?.(draft, turn) ?? true)?.name ?? 'summary';
  if (!draft.changing) return next;
  return next === 'commune' || next === 'reach-value' ? next : 'summary';
}

/** The slot before it, or undefined at the first. */
export function previousSlot(draft: Draft, turn: Turn): SlotName | undefined {
  const before = SLOTS.slice(
    0,
    SLOTS.findIndex(({ name: candidate }) => candidate === draft.slot),
  );
  return before.findLast((slot) => slot.applies?.(draft, turn) ?? true)?.name;
}
