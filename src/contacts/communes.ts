import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A commune of today, as the official edition lists it. */
export interface Commune {
  name: string;
  /** `01`, `2A`, `974`. */
  department: string;
  postcodes: readonly string[];
  population: number;
}

const DATA = '@etalab/decoupage-administratif/data';

const communesSchema = z.array(
  z.object({
    nom: z.string(),
    type: z.string(),
    departement: z.string().optional(),
    collectiviteOutremer: z.object({ code: z.string() }).optional(),
    codesPostaux: z.array(z.string()).default([]),
    population: z.number().default(0),
  }),
);

/** The communes of the installed edition, those of the overseas collectivities included. Reads 9 MB, about 0.2 s; throws
 *  when the package has another shape. Source: docs/adr/0009-communes-from-a-data-package.md */
export function readCommunes(): Commune[] {
  const listed = communesSchema.parse(readData('communes'));
  return listed
    .filter(({ type, codesPostaux }) => type === 'commune-actuelle' && codesPostaux.length > 0)
    .map(({ nom, departement, collectiviteOutremer, codesPostaux, population }) => ({
      ...{ name: nom, department: departement ?? collectiviteOutremer?.code ?? '' },
      ...{ postcodes: codesPostaux, population },
    }));
}

/** Names of departments and regions: « Loire-Atlantique » begins like the commune of Loiré. */
export function readLargerPlaces(): string[] {
  const named = z.array(z.object({ nom: z.string() }));
  return [...named.parse(readData('departements')), ...named.parse(readData('regions'))].map(({ nom }) => nom);
}

function readData(name: 'communes' | 'departements' | 'regions'): unknown {
  return JSON.parse(readFileSync(require.resolve(`${DATA}/${name}.json`), 'utf8'));
}
