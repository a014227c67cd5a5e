import { PassThrough } from 'node:stream';
import { talkInTerminal } from '../../src/channels/terminal/terminal-door';
import { countingIds, type LoadedContent, loadRealContent, startTestBot } from '../conversation/harness';
import { waitFor } from './wait-for';

let content: LoadedContent;

beforeAll(() => {
  content = loadRealContent();
});

async function openTerminal() {
  const { conversations, store } = await startTestBot(content, '2026-11-23T10:00:00+01:00');
  const [input, output] = [new PassThrough(), new PassThrough()];
  let printed = '';
  output.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const { texts } = content;
  const talk = () =>
    talkInTerminal({
      conversations,
      ids: countingIds(),
      input,
      output,
      sentences: {
        welcome: texts.say('terminal.welcome'),
        prompt: texts.say('terminal.prompt'),
        choices: texts.say('terminal.choices'),
      },
    });
  return {
    talk,
    input,
    store,
    printed: () => printed,
    /** What was printed from now on, once it holds these words and waits for the next line. */
    async type(line: string, expected: string) {
      const from = printed.length;
      input.write(`${line}\n`);
      const answer = () => printed.slice(from);
      await waitFor(expected, () => answer().includes(expected) && answer().endsWith(texts.say('terminal.prompt')));
      return answer();
    },
  };
}

describe('the chat in the terminal', () => {
  it('greets, answers, takes a number for the choice that has it, and ends with its input', async () => {
    const terminal = await openTerminal();
    const ended = terminal.talk();
    await waitFor('the prompt', () => terminal.printed().endsWith(content.texts.say('terminal.prompt')));
    expect(terminal.printed()).toContain('assistant automatique');
    expect(terminal.printed()).toContain('1. Autres façons de nous joindre');

    const answer = await terminal.type('jai perdu ma carte vital', 'Cela répond-il à votre question');
    expect(answer).toContain('Déclarez la perte');
    const number = /(\d+)\. Non/.exec(answer)?.[1] ?? '';
    expect(await terminal.type(number, 'Demande 1 sur 2')).toContain('sans réponse satisfaisante');

    terminal.input.end();
    await ended;
    expect(terminal.printed()).not.toContain('**');
    expect(terminal.printed()).not.toMatch(/\]\(|(^|\s)_\S/m);
  });

  it('takes a number that no choice has for words', async () => {
    const terminal = await openTerminal();
    const ended = terminal.talk();
    await waitFor('the prompt', () => terminal.printed().endsWith(content.texts.say('terminal.prompt')));
    await terminal.type('999', 'question');
    terminal.input.end();
    await ended;
  });

  it('answers every line of an input that is there before it begins', async () => {
    const terminal = await openTerminal();
    terminal.input.end('jai perdu ma carte vital\nnon\n');
    await terminal.talk();
    expect(terminal.printed()).toContain('Déclarez la perte');
    expect(terminal.printed()).toContain('Demande 1 sur 2');
  });
});
