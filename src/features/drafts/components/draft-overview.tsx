import { figureText, unitText } from '../../../domain/figure-text';
import { CitationList } from '../../claims/components/citation-list';
import { ClaimFacts } from '../../claims/components/claim-facts';
import { DoesNotMeasure, MethodSection } from '../../claims/components/method-section';
import { RelationList } from '../../claims/components/relation-list';
import { DuplicateList } from '../../duplicates/components/duplicate-list';
import { Moment } from '../../../ui/moment';
import { Notice } from '../../../ui/notice';
import { Fact, Facts } from '../../../ui/facts';
import { BibliographicRecord } from '../../sources/components/source-head';
import type { DraftOverview } from '../loaders';
import { ChangeTable } from './change-table';
import { DRAFT_STATE, DraftHead } from './draft-head';
import { DraftMembers } from './draft-members';
import { DraftSteps } from './draft-steps';
import { FaultList } from './fault-list';
import { MovedOn } from './moved-on';
import { UnsavedElsewhere } from './unsaved-notice';

const DONE: Readonly<Record<string, string>> = {
  submit: 'Handed in for review.',
  return: 'Sent back.',
  discard: 'Discarded.',
  list: 'Changed.',
  dropped: 'What was typed was dropped.',
  adopted: 'The draft now starts from the published record as it is.',
};

type DraftOverviewProps = {
  view: DraftOverview;
  done: string | undefined;
  isRefused: boolean;
  removing: string | undefined;
};

/** A draft with everything there is to know of it, and what can be done with it. */
export function DraftOverviewPage({ view, done, isRefused, removing }: DraftOverviewProps) {
  const { draft, faults, changes, duplicates, may } = view;
  const kindName = draft.kind === 'claim' ? 'claim' : 'source';
  return (
    <article className="record draft">
      <DraftHead draft={draft} title={`${draft.isRevision ? 'Change of' : 'New'} ${kindName} ${draft.recordId}`} />
      {done === undefined || DONE[done] === undefined ? null : (
        <p className="notice" role="status">
          {DONE[done]}
        </p>
      )}
      {isRefused ? (
        <Notice title="That could not be done" warn>
          <p>The draft has changed since the page was made. This is how it stands now.</p>
        </Notice>
      ) : null}
      <UnsavedElsewhere draft={draft} typed={view.typed} />
      <DraftFacts view={view} />
      {view.movedOn === null ? null : <MovedOn draft={draft} changes={view.movedOn} isOpen={may.write} />}
      {duplicates.length === 0 ? null : (
        <Notice title="This may be there already">
          <DuplicateList hits={duplicates} merge={may.merge && draft.isRevision ? draft.recordId : undefined} />
        </Notice>
      )}
      {view.isOpen ? <FaultList draftId={draft.id} faults={faults} /> : null}
      <DraftSteps view={view} />
      {draft.kind === 'claim' ? <DraftMembers view={view} removing={removing} /> : null}
      {draft.isRevision && view.isOpen ? (
        <section aria-labelledby="changes">
          <h2 id="changes">What would change</h2>
          {changes.length === 0 ? (
            <p>Nothing: the draft is as the published record.</p>
          ) : (
            <ChangeTable changes={changes} />
          )}
        </section>
      ) : null}
      <DraftPreview view={view} />
    </article>
  );
}

function DraftFacts({ view: { draft, may } }: { view: DraftOverview }) {
  return (
    <>
      <Facts>
        <Fact label="State">{DRAFT_STATE[draft.state]}</Fact>
        <Fact label="Begun by">{draft.author.name}</Fact>
        {draft.assignee === null ? null : <Fact label="Taken by">{draft.assignee.name}</Fact>}
        <Fact label="Last saved">
          <Moment at={draft.updatedAt} />
        </Fact>
        {draft.returnNote === null ? null : <Fact label="Sent back with">{draft.returnNote}</Fact>}
      </Facts>
      {may.write ? (
        <div className="form-buttons">
          <a className="button" href={`/desk/drafts/${draft.id}/edit`}>
            Edit the {draft.kind}
          </a>
          {draft.kind === 'claim' ? (
            <a className="button-quiet" href={`/desk/drafts/${draft.id}/method`}>
              Edit the method note
            </a>
          ) : null}
          {draft.isRevision ? <a href={`/desk/records/${draft.recordId}`}>The published record</a> : null}
          {draft.state === 'in-review' ? (
            <a href={`/desk/appraisals/new?subject=${draft.recordId}`}>Appraise {draft.recordId}</a>
          ) : null}
        </div>
      ) : null}
    </>
  );
}

/** The record as its page will show it, made of the same parts. */
function DraftPreview({ view: { preview } }: { view: DraftOverview }) {
  if (preview === null) {
    return (
      <section aria-labelledby="preview">
        <h2 id="preview">Preview</h2>
        <p className="muted">It is shown here as soon as nothing is missing.</p>
      </section>
    );
  }
  return (
    <section aria-labelledby="preview" className="draft-preview">
      <h2 id="preview">Preview</h2>
      {preview.kind === 'source' ? (
        <>
          <p className="lead">{preview.source.title}</p>
          <p>
            {preview.source.shortName}
            {preview.source.says === null ? '' : `. ${preview.source.says}`}
          </p>
          {preview.source.note === null ? null : <p>{preview.source.note}</p>}
          <BibliographicRecord source={preview.source} />
        </>
      ) : (
        <>
          <p className="lead">
            <strong>{figureText(preview.claim.figure)}</strong> {unitText(preview.claim.figure)}
          </p>
          <p>{preview.claim.statement}</p>
          <DoesNotMeasure claim={preview.claim} />
          <ClaimFacts claim={preview.claim} />
          <MethodSection claim={preview.claim} />
          <CitationList claim={preview.claim} found={new Map()} />
          <RelationList claim={preview.claim} />
        </>
      )}
    </section>
  );
}
