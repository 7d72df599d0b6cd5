import { pdfString, type Ref, type Writer, type WriterPage } from './writer';

// What a screen reader is told: a tree of elements (ISO 32000-1, 14.7 and 14.8), each with the pieces of the pages that it
// is printed in.

type Kid = Element | { page: Ref; mcid: number } | { page: Ref; annotation: Ref };

export type Element = {
  ref: Ref;
  kids: Kid[];
};

export type ElementOptions = {
  language?: string;
  alt?: string;
  /** Its text, where that cannot be had from the glyphs in their order. */
  reads?: string;
  id?: string;
  attributes?: Record<string, unknown>;
};

export class Structure {
  readonly root: Element;
  private readonly ids: [id: string, ref: Ref][] = [];

  constructor(private readonly writer: Writer) {
    this.root = this.bare('Document', {});
  }

  /** A new element, the last of its parent so far. */
  add(parent: Element, type: string, options: ElementOptions = {}): Element {
    const element = this.bare(type, options);
    element.ref.data.P = parent.ref;
    parent.kids.push(element);
    return element;
  }

  private bare(type: string, { language, alt, reads, id, attributes }: ElementOptions): Element {
    const ref = this.writer.ref({ Type: 'StructElem', S: type });
    if (language !== undefined) ref.data.Lang = pdfString(language);
    if (alt !== undefined) ref.data.Alt = pdfString(alt);
    if (reads !== undefined) ref.data.ActualText = pdfString(reads);
    if (attributes !== undefined) ref.data.A = attributes;
    if (id !== undefined) {
      ref.data.ID = pdfString(id);
      this.ids.push([id, ref]);
    }
    return { ref, kids: [] };
  }

  /** A number for a piece of a page that belongs to this element. */
  content(element: Element, page: WriterPage): number {
    const parents = this.writer.getStructParentTree().get(page.structParentTreeKey);
    const mcid = parents.push(element.ref) - 1;
    element.kids.push({ page: page.dictionary, mcid });
    return mcid;
  }

  /** Something on a page that can be followed, and belongs to this element. */
  annotation(element: Element, page: WriterPage, data: Record<string, unknown>) {
    const key = this.writer.createStructParentTreeNextKey();
    const annotation = this.writer.ref({ ...data, StructParent: key });
    this.writer.getStructParentTree().add(key, element.ref);
    page.annotations.push(annotation);
    element.kids.push({ page: page.dictionary, annotation });
    annotation.end();
  }

  /** Writes the tree. Nothing may be added afterwards. */
  end() {
    const top = this.writer.getStructTreeRoot();
    this.root.ref.data.P = top;
    top.data.K = [this.root.ref];
    if (this.ids.length > 0) {
      const sorted = [...this.ids].sort(([a], [b]) => (a < b ? -1 : 1));
      const names = sorted.flatMap(([id, ref]) => [pdfString(id), ref]);
      const tree = this.writer.ref({ Names: names });
      tree.end();
      top.data.IDTree = tree;
    }
    this.write(this.root);
  }

  private write(element: Element) {
    // An element's page is said once; only what stands on another page says so again.
    const first = element.kids.find((kid) => 'page' in kid);
    if (first !== undefined && 'page' in first) element.ref.data.Pg = first.page;
    element.ref.data.K = element.kids.map((kid) => {
      if ('kids' in kid) return kid.ref;
      if ('annotation' in kid) return { Type: 'OBJR', Obj: kid.annotation, Pg: kid.page };
      return kid.page === element.ref.data.Pg ? kid.mcid : { Type: 'MCR', Pg: kid.page, MCID: kid.mcid };
    });
    for (const kid of element.kids) if ('kids' in kid) this.write(kid);
    element.ref.end();
  }
}
