/** The funds and where each serves, as `knowledge/funds.yaml` and `knowledge/communes.yaml` hold them. */
export interface FundBook {
  /** By code of three figures. */
  funds: Readonly<Record<string, Fund>>;
  /** Bodies of their own that are none of these funds, by department. */
  others: Readonly<Record<string, { name: string; territory: string }>>;
  /** Where the department does not decide. `null`: nobody knows the fund. */
  postcodes: Readonly<Record<string, string | null | readonly CommuneFund[]>>;
}

export interface Fund {
  name: string;
  type: 'CPAM' | 'CCSS' | 'CGSS' | 'CSSM';
  /** `01`, `2A`, `974`. */
  departments: readonly string[];
  territory: string;
  /** Codes of funds closed since, that may still stand on an old attestation. */
  aliases: readonly string[];
  address: PostalAddress;
}

/** Where post goes. */
export interface PostalAddress {
  lines: readonly string[];
  postcode: string;
  city: string;
  /** Day (ISO) of the record in the source: shown with it. */
  dated: string;
  /** What is known to be wrong or uncertain in it. */
  doubt?: string | undefined;
}

export interface CommuneFund {
  commune: string;
  fund: string | null;
}
