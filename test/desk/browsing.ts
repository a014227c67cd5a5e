/** A page as it came. */
export interface Visited {
  status: number;
  html: string;
  headers: Headers;
}

/** A browser's memory: cookies, and where its forms stand. Follows no redirect. */
export class Browsing {
  constructor(
    readonly address: string,
    readonly cookies = new Map<string, string>(),
  ) {}

  get(path: string, headers: Record<string, string> = {}): Promise<Visited> {
    return this.ask(path, { headers });
  }

  /** Posts a form; from a page of this server's unless `headers` say otherwise. */
  post(path: string, fields: Record<string, string | number> = {}, headers?: Record<string, string>): Promise<Visited> {
    const body = new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)]));
    return this.ask(path, { method: 'POST', body, headers: headers ?? { Origin: this.address } });
  }

  private async ask(path: string, { headers, ...rest }: RequestInit): Promise<Visited> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const sent = { ...(headers as Record<string, string>), ...(cookie && { Cookie: cookie }) };
    const response = await fetch(this.address + path, { ...rest, headers: sent, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return { status: response.status, html: await response.text(), headers: response.headers };
  }
}

/** The words of a page, without its elements, in plain spaces. */
export function wordsOf(html: string): string {
  return html
    .replace(/<head>.*?<\/head>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
}

/** Value of the first hidden field of this name in a form that leads there. */
export function hiddenField(html: string, action: string, name: string): string {
  const form = html.slice(html.indexOf(`action="${action}"`));
  const field = form.match(new RegExp(`<input[^>]*name="${name}"[^>]*>`))?.[0] ?? '';
  return /value="([^"]*)"/.exec(field)?.[1] ?? '';
}

/** What must hold for every page; an empty list is a sound one. */
export function faultsOf(html: string): string[] {
  const faults: string[] = [];
  const tags = [...html.matchAll(/<([a-z0-9]+)((?:\s[^<>]*)?)\/?>/gi)].map(([, tag = '', rest = '']) => ({
    tag,
    rest,
  }));
  const attribute = (rest: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(rest)?.[1];
  const ids = tags.flatMap(({ rest }) => attribute(rest, 'id') ?? []);
  const labelled = tags.filter(({ tag }) => tag === 'label').map(({ rest }) => attribute(rest, 'for'));
  if (!html.startsWith('<!doctype html>')) faults.push('no doctype');
  if (!html.includes('<html lang="fr">')) faults.push('not in French');
  if (!/<title>[^<]+<\/title>/.test(html)) faults.push('no title');
  if (tags.filter(({ tag }) => tag === 'h1').length !== 1) faults.push('not one h1');
  if (tags.filter(({ tag }) => tag === 'main').length !== 1) faults.push('not one main');
  if (new Set(ids).size !== ids.length) faults.push(`ids twice: ${ids.join(' ')}`);
  for (const { tag, rest } of tags) {
    if (['input', 'select', 'textarea'].includes(tag) && attribute(rest, 'type') !== 'hidden') {
      const id = attribute(rest, 'id');
      if (!id || !labelled.includes(id)) faults.push(`no label: ${tag}${rest}`);
    }
    for (const id of (attribute(rest, 'aria-describedby') ?? '').split(' ').filter(Boolean)) {
      if (!ids.includes(id)) faults.push(`described by nothing: ${id}`);
    }
    if (/\s(style|on[a-z]+)=/i.test(rest)) faults.push(`inline: ${tag}${rest}`);
    if (tag === 'style' || (tag === 'script' && !attribute(rest, 'src'))) faults.push(`inline ${tag}`);
  }
  return faults;
}
