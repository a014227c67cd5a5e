import type { Content } from '../load-content';
import type { Problem } from '../problem';
import type { Rule } from './rule';

const FUNDS = 'knowledge/funds.yaml';
const COMMUNES = 'knowledge/communes.yaml';

/** 01 to 95 with Corsica in two, the five overseas, and the three islands that have a number but no fund of that name. */
const DEPARTMENTS = [
  ...Array.from({ length: 95 }, (_, index) => String(index + 1).padStart(2, '0')).filter((number) => number !== '20'),
  ...['2A', '2B', '971', '972', '973', '974', '975', '976', '977', '978'],
];

/** Everybody has a fund or another body, every fund is somebody's, and a code means one fund. That each code stands
 *  once and each address has its date is the files' own shape. */
export const funds: Rule = (content) => [
  ...coverage(content),
  ...unreachable(content),
  ...aliases(content),
  ...unknownCodes(content),
  ...unknownTerritories(content),
];

function error(file: string, line: number, rule: string, message: string): Problem {
  return { file, line, severity: 'error', rule, message };
}

function coverage({ funds: { value, lineOf } }: Content): Problem[] {
  const covered = new Set([...Object.keys(value.others), ...Object.values(value.funds).flatMap((fund) => fund.departments)]);
  return DEPARTMENTS.filter((department) => !covered.has(department)).map((department) =>
    error(FUNDS, lineOf(['funds']), 'department', `no fund serves department ${department}`),
  );
}

/** Alone in one of its departments, or named by a postcode. */
function unreachable({ funds: { value, lineOf }, communes }: Content): Problem[] {
  const named = new Set(Object.values(communes.value.postcodes).flatMap(codesIn));
  const all = Object.values(value.funds).flatMap((fund) => fund.departments);
  const alone = (department: string) => all.filter((other) => other === department).length === 1;
  return Object.entries(value.funds)
    .filter(([code, fund]) => !named.has(code) && !fund.departments.some(alone))
    .map(([code]) => error(FUNDS, lineOf(['funds', code]), 'unreachable-fund', `no postcode leads to fund ${code}`));
}

function aliases({ funds: { value, lineOf } }: Content): Problem[] {
  const taken = new Set(Object.keys(value.funds));
  return Object.entries(value.funds).flatMap(([code, fund]) =>
    fund.aliases.flatMap((alias, index) => {
      if (!taken.has(alias)) {
        taken.add(alias);
        return [];
      }
      return [error(FUNDS, lineOf(['funds', code, 'aliases', index]), 'fund-alias', `code ${alias} means another fund too`)];
    }),
  );
}

function unknownCodes({ funds: { value }, communes }: Content): Problem[] {
  return Object.entries(communes.value.postcodes).flatMap(([postcode, entry]) =>
    codesIn(entry)
      .filter((code) => !Object.hasOwn(value.funds, code))
      .map((code) =>
        error(COMMUNES, communes.lineOf(['postcodes', postcode]), 'unknown-reference', `there is no fund "${code}"`),
      ),
  );
}

function unknownTerritories({ funds: { value, lineOf }, contacts }: Content): Problem[] {
  return (['funds', 'others'] as const).flatMap((key) =>
    Object.entries(value[key])
      .filter(([, { territory }]) => !Object.hasOwn(contacts.value.territories, territory))
      .map(([id, { territory }]) =>
        error(FUNDS, lineOf([key, id, 'territory']), 'unknown-reference', `there is no territory "${territory}"`),
      ),
  );
}

function codesIn(entry: string | null | readonly { fund: string | null }[]): string[] {
  const codes = Array.isArray(entry) ? entry.map(({ fund }: { fund: string | null }) => fund) : [entry as string | null];
  return codes.filter((code) => code !== null);
}
