import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DESK_TEXT_KEYS } from '../../src/desk/desk-text-keys';
import { readDeskTexts } from '../../src/desk/desk-texts';
import { type Problem } from '../../src/knowledge/problem';
import { deskTexts } from './test-desk';

describe('the words of the desk', () => {
  it('are all there, and no others', () => {
    expect(deskTexts().say('desk.queue')).toBe('File des demandes');
  });

  it('are all said by somebody', () => {
    const code = readdirSync('src/desk', { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !file.includes('desk-text-keys'))
      .map((file) => readFileSync(join('src/desk', file), 'utf8'))
      .join('\n');
    const silent = Object.keys(DESK_TEXT_KEYS).filter((key) => {
      const group = key.slice(0, key.indexOf('.'));
      return !code.includes(`'${key}'`) && !code.includes(`\`${group}.\${`);
    });
    expect(silent).toEqual([]);
  });

  it('stand on no line end of their own: French wants its spaces kept together', () => {
    expect(deskTexts().say('queue.late', { day: '24 novembre' })).toBe(
      'Réponse promise pour le 24 novembre\u00a0: délai dépassé',
    );
  });

  it('that are missing, unknown or filled in otherwise are told all at once, with their lines', () => {
    const problems: Problem[] = [];
    expect(readDeskTexts('desk:\n  name: "{who}"\n  nobody: x\n', 'desk.yaml', problems)).toBeUndefined();
    const said = problems.map(({ line, message }) => `${line} ${message}`);
    expect(said).toContain('2 "desk.name" fills in exactly: nothing');
    expect(said).toContain('3 nobody says the text "desk.nobody"');
    expect(said).toContain('1 the text "desk.queue" is missing');
  });
});
