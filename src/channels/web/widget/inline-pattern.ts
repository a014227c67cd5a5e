const bold = /\*\*(?<bold>\S(?:.*?\S)??)\*\*/;
/** Not inside a word: `mon_fichier_pdf` stays as it is. */
const italic = /(?<![\p{L}\p{N}_])_(?<italic>[^\s_](?:[^_]*[^\s_])?)_(?![\p{L}\p{N}_])/u;
const link = /\[(?<label>[^\][]+)\]\((?<href>(?:https?:\/\/|tel:|mailto:)(?:[^\s()]|\([^\s()]*\))+)\)/;
/** A sign behind a backslash stands for itself: so is what an advisor typed kept as it was typed. */
const escaped = /\\(?<escaped>[!-/:-@[-`{-~])/;

/** The marks inside a line: `**bold**`, `_italic_`, `[label](href)` and a sign behind a backslash, each in a group of its name. */
export const inlinePattern = new RegExp(`${escaped.source}|${link.source}|${bold.source}|${italic.source}`, 'iu');
