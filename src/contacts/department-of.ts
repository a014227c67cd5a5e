const CORSICA: Readonly<Record<string, string>> = {
  ...{ '200': '2A', '201': '2A', '207': '2A' },
  ...{ '202': '2B', '204': '2B', '206': '2B' },
};

/** 977xx and 978xx are CEDEX of La Réunion (97741 Saint-Denis Cedex 9), not the INSEE codes of the two islands. */
const OVERSEAS: Readonly<Record<string, string>> = {
  ...{ '971': '971', '972': '972', '973': '973', '974': '974', '975': '975', '976': '976' },
  ...{ '977': '974', '978': '974' },
};

/** These two kept a postcode of Guadeloupe when they left it in 2007. */
const ISLANDS: Readonly<Record<string, string>> = { '97133': '977', '97150': '978' };

/** Five figures, blanks aside; undefined where they are not. */
export function readPostcode(text: string): string | undefined {
  const figures = text.replace(/\s/g, '');
  return /^\d{5}$/.test(figures) ? figures : undefined;
}

/** The department of a postcode, plain or CEDEX, by its first figures: `01`, `2A`, `974`; `977` and `978` for
 *  Saint-Barthélemy and Saint-Martin. Undefined: none (Monaco, the Pacific, the army). Sixteen postcodes are shared by
 *  two departments: `knowledge/communes.yaml`. */
export function departmentOf(text: string): string | undefined {
  const postcode = readPostcode(text);
  if (!postcode) return undefined;
  if (postcode.startsWith('97')) return ISLANDS[postcode] ?? OVERSEAS[postcode.slice(0, 3)];
  if (postcode.startsWith('20')) return CORSICA[postcode.slice(0, 3)];
  const department = postcode.slice(0, 2);
  return department >= '01' && department <= '95' ? department : undefined;
}
