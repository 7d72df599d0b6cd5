import { blocking } from '../../../domain/fact-sheet/passing-over';
import { counted } from '../../../lib/counted';
import { ActionForm } from '../../../ui/form/form';
import { Buttons, SubmitButton } from '../../../ui/form/submit-button';
import { Notice } from '../../../ui/notice';
import { ReliabilityBadge, StatusTag } from '../../claims/components/badges';
import { addTo, saveLink } from '../actions';
import type { LinkSheetPage } from '../loaders';
import type { EditorView } from '../schema';
import { FindingItems } from './finding-items';
import { PrintedSheet } from './printed-sheet';
import { RememberedLink } from './remembered-link';
import { KEPT, SAVE_FORM } from './sheet-form';
import { ChoiceFields } from './sheet-settings';

/** A sheet that is kept in the link: written, checked and seen without an account. */
export function LinkSheetView({ page }: { page: LinkSheetPage }) {
  const { asked, checks, printed, found, problems } = page;
  const errors = blocking(checks.findings);
  const others = checks.findings.filter((one) => !errors.includes(one) && one.severity !== 'note');
  return (
    <>
      {problems.length === 0 ? null : (
        <Notice title="Not everything in the link could be taken." warn>
          <ul>
            {problems.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </Notice>
      )}
      <RememberedLink isSignedIn={page.own !== null} />
      <OwnSheetsPanel page={page} />
      <form method="get" action="/fact-sheets/new" className="form sheet-form" id="sheet">
        <TextFields asked={asked} />
        {/* Before the buttons of what was found: it is what Enter presses in any of the fields. */}
        <Buttons>
          <SubmitButton>Check and show</SubmitButton>
        </Buttons>
        <Finder found={found} />
      </form>
      <SavePanel page={page} />
      {printed === null ? null : (
        <>
          <h2>What the checks find</h2>
          <p>
            {errors.length + checks.obstacles.length === 0
              ? 'Nothing keeps it from being released'
              : `${counted(errors.length + checks.obstacles.length, 'thing')} to mend`}
            {others.length === 0 ? '.' : `, ${counted(others.length, 'warning')} to be printed.`}
          </p>
          {checks.obstacles.map((one) => (
            <p key={one}>{one}</p>
          ))}
          <FindingItems findings={[...errors, ...others]} />
          <PrintedSheet printed={printed} />
        </>
      )}
    </>
  );
}

/** A form that is sent is the link: what stands in its fields stands in the address. */
function TextFields({ asked: { title, audience, text, language, style, paper } }: Pick<LinkSheetPage, 'asked'>) {
  return (
    <>
      <div className="form-field">
        <label htmlFor="sheet-title">Title</label>
        <input
          id="sheet-title"
          className="field"
          name="title"
          defaultValue={title}
          maxLength={300}
          dir="auto"
          autoComplete="off"
        />
      </div>
      <div className="form-field">
        <label htmlFor="sheet-audience">For whom it is written</label>
        <input
          id="sheet-audience"
          className="field"
          name="audience"
          defaultValue={audience}
          maxLength={300}
          dir="auto"
          autoComplete="off"
        />
      </div>
      <div className="form-field">
        <label htmlFor="sheet-text">Text and claims</label>
        <p className="form-hint" id="sheet-text-hint">
          <code>{'{{C1}}'}</code> on a line of its own places a claim; <code>{'{{C1 short}}'}</code> and{' '}
          <code>{'{{C1 figure}}'}</code> put its words into a sentence; <code>##</code> begins a heading.
        </p>
        <textarea
          id="sheet-text"
          className="field"
          name="text"
          defaultValue={text}
          rows={10}
          dir="auto"
          aria-describedby="sheet-text-hint"
        />
      </div>
      <div className="sheet-choices">
        <ChoiceFields language={language} style={style} paper={paper} />
      </div>
    </>
  );
}

function Finder({ found }: { found: EditorView['found'] }) {
  return (
    <div className="form-field">
      <label htmlFor="sheet-find">Look for a claim to place</label>
      <input
        id="sheet-find"
        className="field"
        name="q"
        defaultValue={found?.q}
        maxLength={300}
        autoComplete="off"
        dir="auto"
        placeholder="1.8 million, trafficking in Asia, C12"
      />
      <SubmitButton look="quiet">Search</SubmitButton>
      {found === null ? null : found.claims.length === 0 ? (
        <p>No claim fits “{found.q}”. Try fewer words, or the number alone.</p>
      ) : (
        <ul className="finder-results" aria-label="Claims found">
          {found.claims.map(({ id, statement, reliability, status }) => (
            <li key={id}>
              <p>
                <b>{id}</b> {statement} <ReliabilityBadge level={reliability} /> <StatusTag status={status} />
              </p>
              <p className="finder-buttons">
                <SubmitButton look="quiet" name="add" value={id}>
                  Place {id}
                </SubmitButton>
              </p>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** For whoever is signed in and came to add a claim: their sheets. */
function OwnSheetsPanel({ page: { own, added } }: { page: LinkSheetPage }) {
  if (own === null || own.length === 0 || added.length === 0) return null;
  return (
    <ActionForm action={addTo} className="form sheet-form" hidden={{ claims: added.join(' ') }}>
      <h2>Add {added.join(', ')} to a sheet of yours</h2>
      <div className="form-field">
        <label htmlFor="sheet-own">Sheet</label>
        <select id="sheet-own" className="field" name="id">
          {own.map(({ id, title }) => (
            <option key={id} value={id}>
              {id} {title === '' ? 'Without a title' : title}
            </option>
          ))}
        </select>
      </div>
      <Buttons>
        <SubmitButton>Add</SubmitButton>
      </Buttons>
      <p className="meta">Or begin another one here.</p>
    </ActionForm>
  );
}

/** Without an account the address keeps it; with one it is saved, and can be released. */
function SavePanel({ page: { asked, own, printed } }: { page: LinkSheetPage }) {
  const { q: _q, ...fields } = asked;
  if (own !== null)
    return (
      <ActionForm action={saveLink} className="form sheet-form" hidden={fields} id={SAVE_FORM}>
        <Buttons>
          <SubmitButton>Save it to your account</SubmitButton>
        </Buttons>
        <p className="meta">There it can be arranged, given charts, and released.</p>
      </ActionForm>
    );
  if (printed === null) return null;
  const here = `/fact-sheets/new?${new URLSearchParams(fields)}`;
  // The sign-in leads no further than this: a longer sheet comes back from what the browser keeps.
  const isShort = here.length <= 2000;
  return (
    <p className="sheet-form">
      The address of this page holds the whole sheet: keep it or pass it on. To release it, with a number, files and a
      page where anybody can verify it,{' '}
      <a href={`/sign-in?next=${encodeURIComponent(isShort ? here : KEPT)}`}>sign in</a>
      {isShort ? '.' : ', and open this address again where it does not come back by itself.'}
    </p>
  );
}
