import type { ShownChange } from '../loaders';

/** More than so many changed fields, or letters in them, are folded. */
const OPEN_MAX = { fields: 6, letters: 900 };

/** Which fields changed, each with what differs word by word. */
export function ChangeList({ changes }: { changes: readonly ShownChange[] }) {
  if (changes.length === 0) return null;
  const letters = changes.flatMap(({ lines }) => lines.flat()).reduce((sum, { text }) => sum + text.length, 0);
  if (changes.length <= OPEN_MAX.fields && letters <= OPEN_MAX.letters) return <Changes changes={changes} />;
  return (
    <details className="changes-folded">
      <summary>{changes.length === 1 ? '1 field differs' : `${changes.length} fields differ`}</summary>
      <Changes changes={changes} />
    </details>
  );
}

function Changes({ changes }: { changes: readonly ShownChange[] }) {
  return (
    <dl className="facts changes">
      {changes.map((change) => (
        <div key={change.path}>
          <dt>
            <Entry entry={change.entry} />
            {change.label}
          </dt>
          <dd>
            {change.lines.map((parts, index) => (
              <p key={index} className="change-line">
                <Parts parts={parts} />
              </p>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const STATE = { added: ' (added)', removed: ' (removed)', changed: '' } as const;

function Entry({ entry }: { entry: ShownChange['entry'] }) {
  if (entry === null) return null;
  return <span className="change-entry">{`${entry.name}${STATE[entry.state]}: `}</span>;
}

/** What was taken out and what was put in: by element and stroke, and in words for whoever hears or copies it. */
function Parts({ parts }: { parts: ShownChange['lines'][number] }) {
  return parts.map(({ text, in: where }, index) => {
    // biome-ignore-start lint/suspicious/noArrayIndexKey: pieces have no name but their place, and never move.
    if (where === 'both') return <span key={index}>{text}</span>;
    const Mark = where === 'before' ? 'del' : 'ins';
    return (
      <Mark key={index}>
        <span className="visually-hidden">{where === 'before' ? '[removed: ' : '[added: '}</span>
        {text}
        <span className="visually-hidden">]</span>
      </Mark>
    );
    // biome-ignore-end lint/suspicious/noArrayIndexKey: see above.
  });
}
