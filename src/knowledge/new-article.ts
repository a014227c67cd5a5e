import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readContentFiles } from './content-files';
import { topicOf } from './read-article';

interface NewArticleDeps {
  directory: string;
  today: string;
  print: (line: string) => void;
  complain: (line: string) => void;
}

/** Writes the skeleton of an article, `ID` or `THEME/ID`. A theme that is left out is that of the articles whose id begins
 *  alike. 2: no topic id, taken already, or no theme to guess. Until it is filled in the check refuses it, and what runs
 *  keeps serving what it has. */
export function newArticle(name: string, { directory, today, print, complain }: NewArticleDeps): number {
  const [id = '', named, ...rest] = name.split('/').reverse();
  const isName = (part: string) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(part);
  if (!isName(id) || rest.length > 0 || (named !== undefined && !isName(named))) {
    complain(`"${name}" is no topic id: small letters, figures, hyphens, with its theme before a / or without`);
    return 2;
  }
  const articles = [...readContentFiles(directory).keys()].filter((file) => file.startsWith('knowledge/articles/'));
  const taken = articles.find((file) => topicOf(file) === id);
  if (taken) {
    complain(`${taken} has the topic id "${id}" already`);
    return 2;
  }
  const theme = named ?? likelyTheme(id, articles);
  if (theme === undefined) {
    complain(`no other topic begins like "${id}": name its theme too, for instance droits/${id}`);
    return 2;
  }
  const file = join(directory, 'articles', theme, `${id}.md`);
  mkdirSync(dirname(file), { recursive: true });
  if (existsSync(file)) throw new Error(`${file} appeared meanwhile`);
  writeFileSync(file, skeleton(today));
  print(`knowledge/articles/${theme}/${id}.md: fill it in, then run \`npm run knowledge\``);
  return 0;
}

/** `vitale-volee` → the theme of the other `vitale-…`. */
function likelyTheme(id: string, articles: readonly string[]): string | undefined {
  const [first] = id.split('-');
  const alike = articles.find((file) => topicOf(file).split('-')[0] === first);
  return alike && dirname(alike).split('/').at(-1);
}

function skeleton(today: string): string {
  return `---
# What each key means: docs/tasks/add-an-article.md
title: ""
kind: own # own, elsewhere, bot
questions: # at least 12, short and long, formal and spoken, with the mistakes people make
  - ""
keywords: []
contacts: [] # ids of knowledge/contacts.yaml, best first
related: [] # topic ids, at most four
sources:
  - title: ""
    publisher: ""
    seen: ${today}
reviewed: ${today}
---

## En bref

## Étapes

1.

## À préparer

-

## À savoir
`;
}
