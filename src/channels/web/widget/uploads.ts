import type { OutgoingFile } from './activity';
import { newClientActivityId } from './client-activity-id';
import { fr } from './fr';
import type { LineOutcome } from './line';

/** A file that is not yet part of the conversation. `share`: how much of it has gone, 0 to 1. */
export type Upload = { key: string; file: File } & (
  { kind: 'sending'; share: number } | { kind: 'failed'; reason: string; mayRetry: boolean }
);

/** The browser's own guess of the type, from the name. The server looks into the file. */
const ALLOWED = ['application/pdf', 'image/jpeg', 'image/png'];
/** For the choice of files. */
export const ACCEPT = '.pdf,.jpg,.jpeg,.png';

/** Files on their way, each on its own: one that fails or is called off leaves the others alone. */
export class Uploads {
  private all: Upload[] = [];
  private readonly calls = new Map<string, AbortController>();

  constructor(
    private readonly show: (uploads: Upload[]) => void,
    private readonly post: (file: OutgoingFile) => Promise<LineOutcome<string>>,
  ) {}

  /** `megabytes`: the largest file that is taken. */
  add(files: readonly File[], megabytes: number): void {
    for (const file of files) {
      const key = newClientActivityId();
      const reason = faultOf(file, megabytes);
      if (reason) this.put({ key, file, kind: 'failed', reason, mayRetry: false });
      else void this.send(key, file);
    }
  }

  retry({ key, file }: Upload): void {
    void this.send(key, file);
  }

  /** Calls a file off, or takes the word of its failure away. */
  remove({ key }: Upload): void {
    this.calls.get(key)?.abort();
    this.all = this.all.filter((one) => one.key !== key);
    this.show(this.all);
  }

  clear(): void {
    [...this.all].forEach((upload) => this.remove(upload));
  }

  private async send(key: string, file: File): Promise<void> {
    const call = new AbortController();
    this.calls.set(key, call);
    this.put({ key, file, kind: 'sending', share: 0 });
    const progress = (share: number) => {
      if (!call.signal.aborted) this.put({ key, file, kind: 'sending', share });
    };
    const outcome = await this.post({ clientActivityId: key, file, progress, signal: call.signal });
    this.calls.delete(key);
    if (call.signal.aborted) return;
    if (outcome.kind === 'done') this.remove({ key, file, kind: 'sending', share: 1 });
    else this.put({ key, file, kind: 'failed', ...failureOf(outcome) });
  }

  private put(upload: Upload): void {
    const known = this.all.some(({ key }) => key === upload.key);
    this.all = known ? this.all.map((one) => (one.key === upload.key ? upload : one)) : [...this.all, upload];
    this.show(this.all);
  }
}

function faultOf({ type, size }: File, megabytes: number): string | undefined {
  if (!ALLOWED.includes(type)) return fr.fileType;
  if (size === 0) return fr.fileEmpty;
  return size > megabytes * 1_048_576 ? fr.fileTooLarge(megabytes) : undefined;
}

function failureOf(outcome: LineOutcome<string>): { reason: string; mayRetry: boolean } {
  if (outcome.kind !== 'refused') return { reason: fr.fileNotSent, mayRetry: true };
  return { reason: outcome.message ?? fr.refused, mayRetry: outcome.status === 429 };
}
