import type { z } from 'zod';
import type { Article } from './article';
import { type CheckedYaml, checkYaml } from './checked-yaml';
import type { ContentFiles } from './content-files';
import type { Problem } from './problem';
import { readArticle, topicOf } from './read-article';
import {
  type CommunesFile,
  communesSchema,
  type ContactsFile,
  contactsSchema,
  factsSchema,
  type FundsFile,
  fundsSchema,
  type MotivesFile,
  motivesSchema,
  offTopicSchema,
  type OutdatedFile,
  outdatedSchema,
  type SafetyFile,
  safetySchema,
  type VocabularyFile,
  vocabularySchema,
} from './schemas';

/** Everything under knowledge/, each file right by itself; whether they agree with one another is the lint's part. */
export interface Content {
  articles: readonly Article[];
  /** The topic of every article file, also of one that could not be read: who names it has nothing to mend. */
  topics: ReadonlySet<string>;
  facts: CheckedYaml<z.infer<typeof factsSchema>>;
  contacts: CheckedYaml<ContactsFile>;
  funds: CheckedYaml<FundsFile>;
  communes: CheckedYaml<CommunesFile>;
  motives: CheckedYaml<MotivesFile>;
  safety: CheckedYaml<SafetyFile>;
  vocabulary: CheckedYaml<VocabularyFile>;
  outdated: CheckedYaml<OutdatedFile>;
  offTopic: readonly string[];
}

/** Loads all files. `content` is undefined when one of them could not be read; `problems` says why. */
export function loadContent(files: ContentFiles): { content?: Content; problems: Problem[] } {
  const problems: Problem[] = [];
  const yaml = <T>(name: string, schema: z.ZodType<T>) => {
    const file = `knowledge/${name}`;
    const text = files.get(file);
    if (text !== undefined) return checkYaml(text, schema, file, problems);
    problems.push({ file, line: 1, severity: 'error', rule: 'missing-file', message: 'the file is missing' });
    return undefined;
  };
  const articles: Article[] = [];
  const topics = new Set<string>();
  for (const [file, text] of files) {
    if (!file.startsWith('knowledge/articles/')) continue;
    topics.add(topicOf(file));
    const article = readArticle(file, text, problems);
    if (article) articles.push(article);
  }
  const facts = yaml('facts.yaml', factsSchema);
  const contacts = yaml('contacts.yaml', contactsSchema);
  const funds = yaml('funds.yaml', fundsSchema);
  const communes = yaml('communes.yaml', communesSchema);
  const motives = yaml('motives.yaml', motivesSchema);
  const safety = yaml('safety.yaml', safetySchema);
  const vocabulary = yaml('vocabulary.yaml', vocabularySchema);
  const outdated = yaml('outdated.yaml', outdatedSchema);
  const offTopic = yaml('off-topic.yaml', offTopicSchema);
  if (!facts || !contacts || !funds || !communes || !motives || !safety || !vocabulary || !outdated || !offTopic) return { problems };
  return { content: { articles, topics, facts, contacts, funds, communes, motives, safety, vocabulary, outdated, offTopic: offTopic.value.sentences }, problems };
}
