import { departmentOf } from './department-of';

const TERRITORIES: Readonly<Record<string, string>> = {
  ...{ '57': 'alsace-moselle', '67': 'alsace-moselle', '68': 'alsace-moselle' },
  ...{ '971': 'guadeloupe', '972': 'martinique', '973': 'guyane', '974': 'reunion', '976': 'mayotte' },
  ...{ '975': 'saint-pierre-et-miquelon', '977': 'saint-barthelemy', '978': 'saint-martin' },
};

/** The territory, a key of `territories` in `knowledge/contacts.yaml`, in whose hours a postcode lives; Corsica lives in
 *  those of metropole. Undefined: no territory of ours (Monaco, the Pacific), or no postcode. */
export function territoryOf(postcode: string): string | undefined {
  const department = departmentOf(postcode);
  return department && (TERRITORIES[department] ?? 'metropole');
}
