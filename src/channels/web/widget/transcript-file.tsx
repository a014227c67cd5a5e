import { render } from 'preact';
import { fr } from './fr';
import { Markdown } from './markdown';
import { plainText } from './plain-text';
import type { Entry } from './transcript';

/** As a text for any device, or as a page with headings and links. */
export type TranscriptFile = 'txt' | 'html';

/** Hands the conversation over as a file, made here in the browser: nothing is asked of the server. */
export function saveTranscript(entries: Entry[], kind: TranscriptFile, locale: string): void {
  const content = kind === 'txt' ? textOf(entries, locale) : pageOf(entries, locale);
  const type = kind === 'txt' ? 'text/plain;charset=utf-8' : 'text/html;charset=utf-8';
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${fr.fileName}.${kind}`;
  link.click();
  // The browser has its own copy by then; some begin to read a moment after the click.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

function textOf(entries: Entry[], locale: string): string {
  const said = entries.map((entry) => {
    if (entry.kind === 'note') return entry.text;
    const text = entry.kind === 'person' ? personText(entry) : plainText(entry.text);
    return `${nameOf(entry)}, ${momentOf(entry, locale)}\r\n${text}`;
  });
  // The mark tells old editors that this is UTF-8.
  return `\uFEFF${[fr.fileTitle, fr.fileCaution, ...said].join('\r\n\r\n')}\r\n`;
}

/** Nodes first and then their text: what was typed can never become markup. */
function pageOf(entries: Entry[], locale: string): string {
  const main = document.createElement('main');
  render(<Page entries={entries} locale={locale} />, main);
  const page = document.implementation.createHTMLDocument(fr.fileTitle);
  page.documentElement.lang = 'fr';
  const charset = page.createElement('meta');
  charset.setAttribute('charset', 'utf-8');
  page.head.prepend(charset);
  page.body.append(main);
  return `<!doctype html>\n${page.documentElement.outerHTML}\n`;
}

function Page({ entries, locale }: { entries: Entry[]; locale: string }) {
  return (
    <>
      <h1>{fr.fileTitle}</h1>
      <p>{fr.fileCaution}</p>
      {entries.map((entry) =>
        entry.kind === 'note' ? (
          <p key={entry.key}>{entry.text}</p>
        ) : (
          <section key={entry.key}>
            <h2>
              {nameOf(entry)}, {momentOf(entry, locale)}
            </h2>
            {entry.kind === 'person' ? <p>{personText(entry)}</p> : <Markdown text={entry.text} />}
          </section>
        ),
      )}
    </>
  );
}

type Said = Exclude<Entry, { kind: 'note' }>;

function nameOf(entry: Said): string {
  return entry.kind === 'person' ? fr.you : entry.name;
}

function personText({ message, files }: Extract<Entry, { kind: 'person' }>): string {
  return [message.displayText, ...files.map(({ name }) => fr.fileSent(name))].filter(Boolean).join('\r\n');
}

function momentOf({ at }: Said, locale: string): string {
  return at ? at.toLocaleString(locale, { dateStyle: 'long', timeStyle: 'short' }) : '';
}
