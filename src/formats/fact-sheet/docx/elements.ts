import {
  BuilderElement,
  ConcreteHyperlink,
  type IContext,
  type IRunOptions,
  NextAttributeComponent,
  type ParagraphChild,
  Run,
  XmlComponent,
} from 'docx';

// What the package has no element for, or gives a name by chance or the same number each time.

const HYPERLINK = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';

const named = (pairs: Readonly<Record<string, string | number>>) =>
  Object.fromEntries(Object.entries(pairs).map(([key, value]) => [key, { key, value }]));

/** Text of a run, as it is: the package takes some words for fields, such as CURRENT for the number of the page. */
class Words extends XmlComponent {
  constructor(text: string) {
    super('w:t');
    this.root.push(new NextAttributeComponent(named({ 'xml:space': 'preserve' })), text);
  }
}

/** Pieces of a run. A brace ends a piece: the package puts numbers where it finds certain words in braces. */
export function words(text: string): XmlComponent[] {
  return text.split(/(?<=\{)/).map((piece) => new Words(piece));
}

/** A link out of the file, with a name from us: the package's own is drawn by lot, so that no two files were the same. */
export class Link extends ConcreteHyperlink {
  readonly #href: string;

  constructor(children: readonly ParagraphChild[], name: string, href: string) {
    super(children, name);
    this.#href = href;
  }

  override prepForXml(context: IContext) {
    context.viewWrapper.Relationships.addRelationship(this.linkId, HYPERLINK, this.#href, 'External');
    return super.prepForXml(context);
  }
}

/** A link to a bookmark in the file. */
export class Jump extends ConcreteHyperlink {
  constructor(children: readonly ParagraphChild[], bookmarkName: string) {
    super(children, '', bookmarkName);
  }
}

/** Begin and end of a bookmark. The package would give each of them the number 1. */
export function bookmark(name: string, id: number): { start: ParagraphChild; end: ParagraphChild } {
  return {
    start: new BuilderElement({ name: 'w:bookmarkStart', attributes: named({ 'w:id': id, 'w:name': name }) }) as never,
    end: new BuilderElement({ name: 'w:bookmarkEnd', attributes: named({ 'w:id': id }) }) as never,
  };
}

/** The mark of a footnote that says its own number, where numbers do not run from 1 as a program counts them. */
export class OwnMark extends Run {
  constructor(id: number, text: string) {
    super({ style: 'FootnoteReference' });
    this.root.push(
      new BuilderElement({
        name: 'w:footnoteReference',
        attributes: named({ 'w:customMarkFollows': 1, 'w:id': id }),
      }),
      ...words(text),
    );
  }
}

/** The number of a footnote once more: it follows when somebody puts a footnote in before. */
export class MarkAgain extends XmlComponent {
  constructor(bookmarkName: string, number: number, options: IRunOptions) {
    super('w:fldSimple');
    this.root.push(
      new NextAttributeComponent(named({ 'w:instr': ` NOTEREF ${bookmarkName} \\f \\h ` })),
      new Run({ ...options, children: words(String(number)) }),
    );
  }
}
