/** Data for machines in the page. `<` is escaped, so that no text in it can end the script. */
export function JsonLd({ data }: { data: object }) {
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  // Safe to set as HTML: JSON of our own, with every < escaped above.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
