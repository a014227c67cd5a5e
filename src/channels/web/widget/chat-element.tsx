import { render } from 'preact';
import { accentSheet } from './accent-sheet';
import type { Activity } from './activity';
import { ChatModel } from './chat-model';
import { Frame } from './frame';
import { IdleWatch } from './idle-watch';
import { OPTION_NAMES, type Options, readOptions } from './options';
import { inThisTab } from './session';
import { styleSheets } from './style-sheets';

/** `<guichet-chat>`, shut off from the style of the page it stands in. What a page may call and listen to is told in
 *  docs/tasks/embed-the-widget.md. Nothing is asked of the server, or kept, before the chat is opened. */
export class GuichetChat extends HTMLElement {
  static readonly observedAttributes = [...OPTION_NAMES];
  /** Origin of the script: the server, unless the page names another. */
  static home = location.origin;

  private options: Options | undefined;
  private model: ChatModel | undefined;
  private idle: IdleWatch | undefined;
  private shown = false;
  private leaving = false;
  private toldUnread = 0;
  private drawing = false;

  connectedCallback(): void {
    if (!this.shadowRoot) this.attachShadow({ mode: 'open' });
    this.readAttributes();
    if (this.options?.position === 'inline' || this.hasAttribute('open')) return this.show();
    // It was opened on the page before: what comes in meanwhile is counted.
    if (!this.options?.shared && inThisTab.load()) this.begin();
    this.draw();
  }

  disconnectedCallback(): void {
    if (this.shadowRoot) render(null, this.shadowRoot);
    this.end();
    this.shown = false;
  }

  attributeChangedCallback(): void {
    if (!this.shadowRoot || !this.isConnected) return;
    this.readAttributes();
    this.draw();
  }

  get isOpen(): boolean {
    return this.shown;
  }

  get unread(): number {
    return this.model?.state.unread ?? 0;
  }

  show(): void {
    if (this.shown) return;
    this.shown = true;
    this.begin().watch(true);
    this.draw();
    this.tell('open');
  }

  hide(): void {
    if (!this.shown || this.options?.position === 'inline') return;
    this.shown = false;
    this.model?.watch(false);
    this.draw();
    this.tell('close');
  }

  /** Says something in the person's place, for a link such as « J'ai perdu ma carte ». False: not yet possible. */
  send(text: string): boolean {
    this.show();
    return this.model?.say(text) ?? false;
  }

  /** Takes the conversation off the screen and out of the browser, and begins another. */
  erase(): void {
    this.model?.restart();
    this.tell('erase');
  }

  private readAttributes(): void {
    const options = readOptions(this, GuichetChat.home);
    // Left where it is, it would come up as a tooltip over the whole chat.
    const title = options.title ?? this.options?.title;
    if (this.hasAttribute('title')) this.removeAttribute('title');
    this.options = { ...options, title };
    const accent = accentSheet(options.accent);
    if (this.shadowRoot) this.shadowRoot.adoptedStyleSheets = accent ? [...styleSheets, accent] : styleSheets;
  }

  private begin(): ChatModel {
    const options = (this.options ??= readOptions(this, GuichetChat.home));
    if (this.model) return this.model;
    const model = new ChatModel(
      options,
      () => this.changed(),
      (activity) => this.tellMessage(activity),
    );
    this.model = model;
    // The field stands on the screen before the network is asked: on a slow phone that is a frame earlier.
    setTimeout(() => this.model === model && model.start());
    if (options.shared) this.watchIdleness();
    return model;
  }

  private end(): void {
    this.idle?.stop();
    this.model?.close();
    this.idle = this.model = undefined;
  }

  private watchIdleness(): void {
    const warn = (leaving: boolean) => {
      this.leaving = leaving;
      this.draw();
    };
    this.idle = new IdleWatch(warn, () => {
      this.hide();
      // Behind a launcher the next person begins from nothing; in the page the chat stands open all the time.
      if (this.shown) this.erase();
      else this.end();
      this.draw();
    });
    this.idle.start();
  }

  private changed(): void {
    if (this.unread !== this.toldUnread) this.tell('unread', { count: (this.toldUnread = this.unread) });
    this.draw();
  }

  /** Who wrote, never what: a page's analytics must not read along. */
  private tellMessage({ id, byAdvisor }: Activity): void {
    this.tell('message', { id, author: byAdvisor ? 'advisor' : 'assistant' });
  }

  private tell(what: string, detail?: object): void {
    this.dispatchEvent(new CustomEvent(`guichet-${what}`, { bubbles: true, composed: true, detail }));
  }

  private draw(): void {
    if (!this.shadowRoot || !this.options || !this.isConnected) return;
    // A change that drawing itself brings about is drawn when this drawing is done.
    if (this.drawing) return queueMicrotask(() => this.draw());
    this.drawing = true;
    render(
      <Frame
        options={this.options}
        model={this.model}
        state={this.model?.state}
        open={this.shown}
        leaving={this.leaving}
        onToggle={() => (this.shown ? this.hide() : this.show())}
        onClose={() => this.hide()}
        onErase={() => this.erase()}
        onStay={() => this.idle?.again()}
      />,
      this.shadowRoot,
    );
    this.drawing = false;
  }
}
