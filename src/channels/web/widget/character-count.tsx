import { fr } from './fr';

/** The server's limit. The widget only warns: the server alone decides, and says so in its own words. */
const longest = 4_000;
const warnFrom = 3_600;

/** How many characters are left, from 3,600 on. */
export function CharacterCount({ id, length }: { id: string; length: number }) {
  const left = longest - length;
  return (
    <p id={id} class={left < 0 ? 'count over' : 'count'}>
      {length >= warnFrom && (left < 0 ? fr.charactersOver(-left) : fr.charactersLeft(left))}
    </p>
  );
}
