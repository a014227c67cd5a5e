/** nlp.js trained on the same titles and ways of asking, asked at its fastest: its intent classifier alone. */
import { dockStart } from '@nlpjs/basic';
import type { EngineBuilder } from './engine';

const SETTINGS = { nlp: { autoSave: false, autoLoad: false, log: false, nlu: { log: false } } };

export const buildNlpjs: EngineBuilder = async (articles) => {
  const nlp = (await dockStart({ use: ['Basic'], settings: SETTINGS, autoTrain: false })).get('nlp');
  nlp.addLanguage('fr');
  for (const { id, title, questions } of articles) {
    for (const text of [title, ...questions]) nlp.addDocument('fr', text, id);
  }
  await nlp.train();
  return {
    name: 'nlpjs',
    rank: async (question) => {
      const { classifications } = await nlp.nluManager.process('fr', question);
      const found = classifications.filter(({ intent }) => intent !== 'None');
      return { topics: found.slice(0, 10).map(({ intent }) => intent), sure: found[0]?.score ?? 0 };
    },
  };
};
