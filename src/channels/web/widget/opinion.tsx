import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Opinion } from './activity';
import { fr } from './fr';

/** The server keeps no more of a comment. */
const longestComment = 300;

type Given = 'none' | 'useful' | 'useless' | 'commented' | 'lost';

/** « Utile / Pas utile » under an answer, then room for a comment. It stands aside: nobody has to, nothing waits for it. */
export function OpinionOf({ about, onGive }: { about: string; onGive: (opinion: Opinion) => Promise<boolean> }) {
  const [given, setGiven] = useState<Given>('none');
  const [useful, setUseful] = useState<boolean>();
  const [comment, setComment] = useState('');
  const form = useRef<HTMLFormElement>(null);
  // It opens below the last line of the box.
  useLayoutEffect(() => form.current?.scrollIntoView({ block: 'nearest' }), [given]);

  const give = async (isUseful: boolean, words: string) => {
    setUseful(isUseful);
    const arrived = await onGive({ about, useful: isUseful, comment: words });
    setGiven(arrived ? (words ? 'commented' : isUseful ? 'useful' : 'useless') : 'lost');
  };
  const onSubmit = (event: Event) => {
    event.preventDefault();
    if (useful !== undefined && comment.trim()) void give(useful, comment.trim());
  };
  return (
    <div class="opinion">
      <div role="group" aria-label={fr.opinion} class="votes">
        <button type="button" class="vote" aria-pressed={useful === true} onClick={() => void give(true, '')}>
          {fr.useful}
        </button>
        <button type="button" class="vote" aria-pressed={useful === false} onClick={() => void give(false, '')}>
          {fr.useless}
        </button>
      </div>
      {(given === 'useful' || given === 'useless') && (
        <form ref={form} class="comment" onSubmit={onSubmit}>
          <label for={`comment-${about}`}>{fr.commentLabel}</label>
          <textarea
            id={`comment-${about}`}
            rows={2}
            maxLength={longestComment}
            value={comment}
            onInput={(event) => setComment(event.currentTarget.value)}
          />
          <button type="submit" class="choice">
            {fr.commentSend}
          </button>
        </form>
      )}
      {given === 'commented' && <p>{fr.thanks}</p>}
      {given === 'lost' && <p class="failure">{fr.opinionLost}</p>}
    </div>
  );
}
