// (d) The least that a dynamic page of this framework can be: so many elements with so many letters each, as the
// address says, and nothing looked up.
export default async function Page({ searchParams }) {
  const { elements = '1', letters = '1' } = await searchParams;
  const text = 'Some words of text. '.repeat(Math.ceil(Number(letters) / 20)).slice(0, Number(letters));
  return (
    <main>
      {Array.from({ length: Number(elements) }, (_, index) => (
        <p key={index} className="text">
          {text}
        </p>
      ))}
    </main>
  );
}
