import type { Span } from './secret';

export function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

/** Spans that overlap become one, in all else like the one that comes first in the list. In the text's order. */
export function joinOverlaps<S extends Span>(spans: readonly S[]): S[] {
  const joined: { span: S; rank: number }[] = [];
  const byPlace = spans.map((span, rank) => ({ span, rank })).sort((a, b) => a.span.start - b.span.start);
  for (const next of byPlace) {
    const last = joined.at(-1);
    if (!last || !overlap(last.span, next.span)) joined.push(next);
    else {
      const first = next.rank < last.rank ? next : last;
      const end = Math.max(last.span.end, next.span.end);
      joined.splice(-1, 1, { span: { ...first.span, start: last.span.start, end }, rank: first.rank });
    }
  }
  return joined.map(({ span }) => span);
}

/** `spans` stand in the text's order and do not overlap. */
export function replaceSpans<S extends Span>(text: string, spans: readonly S[], words: (span: S) => string): string {
  let replaced = '';
  let from = 0;
  for (const span of spans) {
    replaced += text.slice(from, span.start) + words(span);
    from = span.end;
  }
  return replaced + text.slice(from);
}

/** In their place stands what is no part of any number, and as long, so that offsets hold. */
export function hideSpans(text: string, spans: readonly Span[]): string {
  return replaceSpans(text, joinOverlaps(spans), ({ start, end }) => '|'.repeat(end - start));
}
