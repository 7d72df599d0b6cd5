/** A description from the OpenAPI document, where `names of fields` stand between backticks (CommonMark). */
export function Described({ text }: { text: string }) {
  const pieces = text.split('`').map((piece, index) => (index % 2 === 0 ? piece : <code key={piece}>{piece}</code>));
  return <p>{pieces}</p>;
}
