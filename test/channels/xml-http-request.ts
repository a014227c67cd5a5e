/** As much of the browser's XMLHttpRequest as the vendor's Direct Line client needs in Node: one asynchronous request
 *  over `fetch`, with headers, a body, a time limit and `abort`. */
export class XmlHttpRequest {
  readyState = 0;
  status = 0;
  responseType = '';
  responseText = '';
  timeout = 0;
  onreadystatechange: (() => void) | null = null;
  ontimeout: (() => void) | null = null;
  onerror: (() => void) | null = null;
  private readonly headers = new Headers();
  private readonly ended = new AbortController();
  private answered = new Headers();
  private method = '';
  private url = '';

  /** Parsed where JSON was asked for, as a browser does. */
  get response(): unknown {
    if (this.responseType !== 'json') return this.responseText;
    try {
      return JSON.parse(this.responseText) as unknown;
    } catch {
      return null;
    }
  }

  open(method: string, url: string): void {
    [this.method, this.url, this.readyState] = [method, url, 1];
  }

  setRequestHeader(name: string, value: string): void {
    this.headers.set(name, value);
  }

  getResponseHeader(name: string): string | null {
    return this.answered.get(name);
  }

  send(body?: string): void {
    void this.run(body);
  }

  abort(): void {
    this.ended.abort();
  }

  private async run(body: string | undefined): Promise<void> {
    const limit = this.timeout > 0 ? [AbortSignal.timeout(this.timeout)] : [];
    const signal = AbortSignal.any([this.ended.signal, ...limit]);
    try {
      const { method, headers } = this;
      const response = await fetch(this.url, { method, headers, signal, ...(method !== 'GET' && { body }) });
      this.responseText = await response.text();
      [this.status, this.answered, this.readyState] = [response.status, response.headers, 4];
    } catch {
      if (this.ended.signal.aborted) return;
      this.readyState = 4;
      (signal.aborted ? this.ontimeout : this.onerror)?.();
    }
    this.onreadystatechange?.();
  }
}
