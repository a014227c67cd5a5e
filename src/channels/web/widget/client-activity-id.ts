/** A new id for a message. `randomUUID` exists on https and localhost only; a test page on http://192.168… has none. */
export function newClientActivityId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
