import type { LabelLanguage, Paper } from '../../domain/fact-sheet/sheet';

// What is printed of a fact sheet, or of a text that was checked, before anybody says how: one tree, and a renderer for
// each kind of file.

/** Language and direction of words that differ from those around them; null: as around it. */
export type Tongue = { language: string; direction: 'ltr' | 'rtl' } | null;

/** Words that lie in a colour. The colour says nothing that does not stand beside them as a word. */
export type Tone = 'right' | 'wrong' | 'open' | 'unknown';

/** `note`: the mark that leads to a note, printed raised. */
export type Inline =
  | { kind: 'text'; text: string; strong?: boolean; emphasis?: boolean; href?: string; tongue?: Tongue; tone?: Tone }
  | { kind: 'note'; number: number };

export type PrintBlock =
  | { kind: 'heading'; level: 2 | 3; id: string; text: string }
  | { kind: 'paragraph'; role: 'prose' | 'claim' | 'caveat' | 'meta'; inlines: Inline[]; tongue: Tongue }
  | { kind: 'list'; items: { inlines: Inline[]; tongue: Tongue }[] }
  /** The first cell of a row is its head. */
  | { kind: 'table'; caption: string; heads: string[]; rows: Inline[][][] }
  | { kind: 'figure'; svg: string; alt: string; caption: string }
  /** A work's reference; `number` where the style numbers its list. */
  | { kind: 'references'; items: { number: number | null; inlines: Inline[] }[] }
  | { kind: 'qr'; text: string; alt: string };

/** What stands behind a mark: everything a reader has to know of one claim, line by line. */
export type PrintNote = {
  number: number;
  claim: string;
  title: Inline[];
  facts: { label: string; inlines: Inline[] }[];
};

export type Print = {
  language: LabelLanguage;
  direction: 'ltr' | 'rtl';
  paper: Paper;
  title: string;
  /** Line beneath the title: for whom, when, which release. */
  subtitle: Inline[];
  /** Before the notes. */
  body: PrintBlock[];
  notesTitle: string;
  notes: PrintNote[];
  /** In files that have footnotes: the notes are none, but a part of their own with a line for each fact. */
  notesAt?: 'end';
  /** After the notes: references, what the checks found, how to verify it. */
  end: PrintBlock[];
  /** At the foot of every page. */
  footer: string;
  /** `Page 1 of 3`, in the language of the labels. */
  pageText: (page: number, of: number) => string;
  metadata: {
    author: string;
    keywords: string[];
    created: string;
    /** Null where what is printed is no release. */
    releaseId: string | null;
    sha256: string | null;
    verifyAt: string | null;
  };
  /** Printed across the head of a page that is no release. */
  banner: string | null;
};
