// @citation-js 0.7 ships no types; these are the few calls made here.
declare module '@citation-js/core' {
  export class Cite {
    constructor(items: readonly unknown[] | string, options?: { forceType: string });
    readonly data: {
      title?: string;
      DOI?: string;
      volume?: string;
      issued?: { 'date-parts': (number | string)[][] };
      author?: { family?: string; literal?: string }[];
    }[];
    format(format: 'bibliography', options: { asEntryArray: true } & Record<string, string | true>): [string, string][];
    format(format: 'bibliography' | 'bibtex' | 'ris', options: Record<string, string>): string;
  }
  export const plugins: { config: { get(name: '@csl'): { templates: { add(name: string, xml: string): void } } } };
}
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
