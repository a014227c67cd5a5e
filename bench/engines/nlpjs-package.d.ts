/** nlp.js brings no types of its own; these are of the part that is asked here. */
declare module '@nlpjs/basic' {
  interface Nlp {
    addLanguage(locale: string): void;
    addDocument(locale: string, text: string, intent: string): void;
    train(): Promise<void>;
    nluManager: {
      process(locale: string, text: string): Promise<{ classifications: { intent: string; score: number }[] }>;
    };
  }
  export function dockStart(options: object): Promise<{ get(name: 'nlp'): Nlp }>;
}
