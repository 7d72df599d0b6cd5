import type { Printed } from '../loaders';

/** A sheet as it prints. The renderer has escaped every word in it. */
export function PrintedSheet({ printed: { html, css } }: { printed: Printed }) {
  return (
    <section className="sheet-paper" aria-label="The sheet as it prints">
      <style>{css}</style>
      {/* Made by formats/fact-sheet/html.ts, which escapes every word. */}
      <div dangerouslySetInnerHTML={{ __html: html }} />
    </section>
  );
}
