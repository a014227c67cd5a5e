/** The package ships no types. National holidays of a year, by name, as midnights of the machine's zone. */
declare module '@socialgouv/jours-feries' {
  export default function joursFeries(year: number, options?: { alsace?: boolean }): Record<string, Date>;
}
