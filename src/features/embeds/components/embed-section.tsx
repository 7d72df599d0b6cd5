import { dateText } from '../../../domain/partial-date';
import { CopyButton } from '../../../ui/copy-button';
import type { EmbedCodes } from '../loaders';

/** What to paste into another page to show this claim there, with its footing. */
export function EmbedSection({ codes: { path, live, frozen } }: { codes: EmbedCodes }) {
  const day = dateText(frozen.day);
  return (
    <section aria-labelledby="embed">
      <h2 id="embed">Embed this claim</h2>
      <p>
        A card with the figure, its citation, its grade and what it does not measure, for a page of your own. It runs no
        script and loads nothing. <a href={path}>See the card</a>
      </p>
      <details className="embed-codes">
        <summary>The code to paste</summary>
        <dl>
          <Code label="Live" about="Always as the claim stands." code={live} />
          <Code
            label={`Frozen on ${day}`}
            about="As the claim stands at the end of that day (UTC). When it changes later, the card says so."
            code={frozen.code}
          />
        </dl>
      </details>
    </section>
  );
}

function Code({ label, about, code }: { label: string; about: string; code: string }) {
  return (
    <div>
      <dt>
        {label} <CopyButton text={code} label={`Copy the code: ${label}`} />
      </dt>
      <dd>
        <p className="meta">{about}</p>
        <code>{code}</code>
      </dd>
    </div>
  );
}
