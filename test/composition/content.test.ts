import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadEverything } from '../../src/composition/content';

const DAY = '2026-11-22';
const ARTICLE = 'knowledge/articles/carte-vitale/vitale-perdue.md';

describe('content that cannot be served', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'guichet-content-'));
    for (const path of ['knowledge', 'dialogs', 'src/desk']) cpSync(path, join(root, path), { recursive: true });
  });

  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const change = (file: string, from: string | RegExp, to: string) => {
    const before = readFileSync(join(root, file), 'utf8');
    const after = before.replace(from, to);
    expect(after).not.toBe(before);
    writeFileSync(join(root, file), after);
  };

  it('is refused with file and line, everything that is wrong at once', () => {
    change(ARTICLE, '{{fact:telephone-national}}', '{{fact:telephone-nationnal}}');
    change('knowledge/articles/remboursements/rib.md', /^reviewed: .*$/m, 'reviewed: hier');
    change('dialogs/texts.fr.yaml', /^ {2}hello: .*\n/m, '');
    change('dialogs/words.fr.yaml', /^greetings:.*$/m, 'greetings: []');
    change('src/desk/desk-texts.fr.yaml', /^(\w+:\n) {2}\S+: .*\n/m, '$1');
    const refused = () => loadEverything(root, DAY);
    expect(refused).toThrow(/carte-vitale\/vitale-perdue\.md:\d+: error: .*telephone-nationnal/);
    expect(refused).toThrow(/remboursements\/rib\.md:\d+: error: reviewed/);
    expect(refused).toThrow(/dialogs\/texts\.fr\.yaml:\d+: error: .*greeting\.hello/);
    expect(refused).toThrow(/dialogs\/words\.fr\.yaml:\d+: error/);
    expect(refused).toThrow(/src\/desk\/desk-texts\.fr\.yaml:\d+: error/);
  });

  it('is served as soon as it is mended', () => {
    expect(loadEverything(root, DAY).knowledge.version).toBe(loadEverything('.', DAY).knowledge.version);
  });
});
