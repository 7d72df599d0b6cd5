import type { GapMap, NamedGapDto } from '../schema';

/** The gaps that the founding document named, each with what has come in since. */
export function NamedGaps({ map: { named, founding } }: { map: GapMap }) {
  return (
    <section aria-labelledby="named">
      <h2 id="named">Named as gaps in 2014</h2>
      <p>
        The founding document
        {founding === null ? null : (
          <>
            , <a href={`/sources/${founding.id}`}>{founding.shortName}</a>,
          </>
        )}{' '}
        said itself where it found too little. It is of about 2014; its year is not established. The regions stand in
        its section on regional cooperation, the rest where it says what to study next.
      </p>
      <ul className="gap-named-list">
        {named.map((gap) => (
          <li key={gap.key} id={`named-${gap.key}`}>
            <h3>
              <span aria-hidden="true">† </span>
              {gap.name}
            </h3>
            <p>{gap.note}</p>
            <p>
              <Found gap={gap} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Found({ gap: { parts, search } }: { gap: NamedGapDto }) {
  return (
    <>
      {parts.map(({ label, count, url }, i) => (
        <span key={url}>
          {i === 0 ? null : ' · '}
          <a href={url} rel="nofollow">
            {label}
          </a>
          : {count === 0 ? <strong>no claim yet</strong> : count === 1 ? '1 claim' : `${count} claims`}
        </span>
      ))}
      {search === null ? null : (
        <a href={search} rel="nofollow">
          Search for it
        </a>
      )}
    </>
  );
}
