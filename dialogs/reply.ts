import type { Choice } from './conversation-state';
import { type ButtonValue, MENU } from './incoming-message';
import type { TextArguments, TextKey } from './text-keys';
import type { Texts } from './texts';

export interface Button {
  title: string;
  value: ButtonValue;
}

/** Collects what one turn says: it leaves as a single activity, answer, question and buttons together. */
export class Reply {
  /** Paragraphs of limited Markdown: bold, italic, lists, links. */
  readonly paragraphs: string[] = [];
  readonly buttons: Button[] = [];
  /** Whether the person may say that this was useful; never of a sober subject. */
  mayBeJudged = false;

  constructor(private readonly texts: Texts) {}

  say<K extends TextKey>(key: K, ...filling: TextArguments<K>): void {
    this.paragraphs.push(this.texts.say(key, ...filling));
  }

  /** Words that come from the content, not from texts.fr.yaml. */
  add(markdown: string): void {
    this.paragraphs.push(markdown);
  }

  offer(ask: string, choices: readonly Choice[]): void {
    for (const { choice, title, topic } of choices) {
      this.buttons.push({ title, value: { v: 1, ask, choice, ...(topic && { topic }) } });
    }
  }

  /** A button that stays valid whatever is pending; once is enough. */
  offerMenu(choice: MenuChoice, place: 'first' | 'last' = 'last'): void {
    if (this.buttons.some(({ value }) => value.ask === MENU && value.choice === choice)) return;
    const title = this.texts.say(MENU_TITLES[choice]);
    const button: Button = { title, value: { v: 1, ask: MENU, choice } };
    if (place === 'first') this.buttons.unshift(button);
    else this.buttons.push(button);
  }

  get text(): string {
    return this.paragraphs.join('\n\n');
  }
}

const MENU_TITLES = {
  'other-ways': 'menu.other-ways',
  'write-to-advisor': 'menu.write-to-advisor',
  'ask-again': 'menu.ask-again',
  'resume-draft': 'form.resume',
  'drop-draft': 'form.drop',
  'write-urgent': 'straight.write-urgent',
} as const;

export type MenuChoice = keyof typeof MENU_TITLES;
