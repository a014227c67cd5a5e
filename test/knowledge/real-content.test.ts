import { readContentFiles } from '../../src/knowledge/content-files';
import { type Knowledge, loadKnowledge } from '../../src/knowledge/knowledge';
import { lintContent } from '../../src/knowledge/lint/lint-content';
import { loadContent } from '../../src/knowledge/load-content';
import { ContentError, formatProblem, type Problem } from '../../src/knowledge/problem';
import { SECTION_NAMES } from '../../src/knowledge/article';

/** The day at which `npm test` lints the content: the suite never turns red by the calendar. */
const DAY = '2026-11-22';

const files = readContentFiles('knowledge');

let loaded: Knowledge | undefined;

/** Read once; a test that needs it fails with the list of what is wrong. */
function published(): Knowledge {
  const problems: Problem[] = [];
  loaded ??= loadKnowledge('knowledge', DAY, problems);
  if (!loaded) throw new ContentError(problems);
  return loaded;
}

test('the content has no error on that day', () => {
  const { content, problems } = loadContent(files);
  const errors = [...problems, ...(content ? lintContent(content, DAY) : [])].filter(
    ({ severity }) => severity === 'error',
  );
  expect(errors.map(formatProblem)).toEqual([]);
});

test('every article file is loaded, under a name of its own', () => {
  const knowledge = published();
  const articleFiles = [...files.keys()].filter((file) => file.startsWith('knowledge/articles/'));
  expect(articleFiles.length).toBeGreaterThan(0);
  expect(knowledge.content.articles.map(({ file }) => file)).toEqual(articleFiles);
  expect(new Set(knowledge.content.articles.map(({ id }) => id)).size).toBe(articleFiles.length);
});

test('every article says something in brief, and no section leaves a brace', () => {
  const knowledge = published();
  for (const article of knowledge.content.articles) {
    const said = SECTION_NAMES.map((name) => knowledge.say(article, name, DAY));
    expect([article.id, said[0] ?? '']).toEqual([article.id, expect.stringMatching(/\p{L}/u)]);
    for (const text of said) expect([article.id, text ?? '']).toEqual([article.id, expect.not.stringMatching(/[{}]/)]);
  }
});

test('every article can still be said when all that ends has ended', () => {
  const knowledge = published();
  for (const article of knowledge.content.articles) {
    const said = SECTION_NAMES.map((name) => knowledge.say(article, name, '2099-01-01') ?? '').join('\n');
    expect([article.id, said]).toEqual([article.id, expect.not.stringMatching(/[{}]|^\s*[-*]\s*$/m)]);
  }
});

test('every contact is said without a brace', () => {
  const knowledge = published();
  for (const { name, how, reason } of Object.values(knowledge.content.contacts.value.contacts)) {
    expect(knowledge.render(`${name} ${how} ${reason}`, DAY)).not.toMatch(/[{}]/);
  }
});

test('every emergency names numbers that are facts, and says each number it may name', () => {
  const knowledge = published();
  const { facts } = knowledge.content.facts.value;
  const emergencies = Object.entries(knowledge.content.safety.value.emergencies);
  expect(emergencies.length).toBeGreaterThan(0);
  for (const [id, emergency] of emergencies) {
    const said = knowledge.render(emergency.say, DAY);
    expect([id, said]).toEqual([id, expect.not.stringMatching(/[{}]/)]);
    for (const number of emergency.numbers) {
      expect([id, number, facts[number]?.kind]).toEqual([id, number, 'phone']);
      expect([id, said]).toEqual([id, expect.stringContaining(facts[number]?.say ?? number)]);
    }
  }
});

test.each(['15', '17', '18', '112', '114', '119', '3114', '3919'])('the number %s is known to an emergency', (number) => {
  const { facts, safety } = published().content;
  const named = Object.values(safety.value.emergencies).flatMap(({ numbers }) => numbers);
  expect(named.map((id) => facts.value.facts[id]?.value.replaceAll(' ', ''))).toContain(number);
});

test('emergencies can be said for ever: their numbers never end', () => {
  const { facts, safety } = published().content;
  const named = Object.values(safety.value.emergencies).flatMap(({ numbers }) => numbers);
  expect(named.filter((id) => facts.value.facts[id]?.valid)).toEqual([]);
});
