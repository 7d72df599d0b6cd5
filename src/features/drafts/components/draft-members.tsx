import { contents } from '../../../domain/fields/completeness';
import type { Content } from '../../../domain/fields/paths';
import { CITATION_ROLE, ORIGIN_STATE, RELATION } from '../../../domain/words';
import { SubmitButton } from '../../../ui/form/submit-button';
import { moveMember } from '../actions';
import type { DraftView } from '../loaders';

type Props = { view: DraftView; removing: string | undefined };

/** The citations and relations of a claim that is being made. */
export function DraftMembers({ view, removing }: Props) {
  const { draft, content, references } = view;
  const name = (kind: string, value: unknown) =>
    references.find((known) => known.kind === kind && known.value === value)?.text ??
    (typeof value === 'string' ? value : 'Not chosen');
  const citations = contents(content.citations);
  const relations = contents(content.relations);
  return (
    <>
      <Members
        view={view}
        form="citation"
        title={`Citations (${citations.length})`}
        members={citations.map((citation) => ({
          id: String(citation.key),
          title: name('source', citation.source),
          text: citationText(citation),
        }))}
        removing={removing}
        none="None yet. A claim needs at least one place where it is stated."
      />
      <Members
        view={view}
        form="relation"
        title={`Relations (${relations.length})`}
        members={relations.map((relation, n) => ({
          id: String(n + 1),
          title: relationText(relation, draft.recordId),
          text: name('claim', relation.to),
        }))}
        removing={removing}
        none="None yet."
      />
    </>
  );
}

function citationText({ role, originState, locator }: Content): string {
  const word = (words: Readonly<Record<string, { label: string }>>, code: unknown) =>
    typeof code === 'string' ? words[code]?.label : undefined;
  return [word(CITATION_ROLE, role), word(ORIGIN_STATE, originState), locator].filter(Boolean).join(' · ');
}

function relationText({ kind }: Content, id: string): string {
  const words: Readonly<Record<string, { outgoing: string }>> = RELATION;
  return `${id}: ${(typeof kind === 'string' ? words[kind]?.outgoing : undefined) ?? 'kind not chosen'}`;
}

type MembersProps = {
  view: DraftView;
  form: 'citation' | 'relation';
  title: string;
  members: readonly { id: string; title: string; text: string }[];
  removing: string | undefined;
  none: string;
};

function Members({ view: { draft, may }, form, title, members, removing, none }: MembersProps) {
  const base = `/desk/drafts/${draft.id}/${form}s`;
  return (
    <section aria-labelledby={`draft-${form}s`}>
      <h2 id={`draft-${form}s`}>{title}</h2>
      {members.length === 0 ? <p className="muted">{none}</p> : null}
      <ol className="members">
        {members.map(({ id, title: name, text }, index) => (
          <li key={id}>
            <p>
              <a href={`${base}/${encodeURIComponent(id)}`}>{name}</a>
            </p>
            <p className="meta">{text}</p>
            {may.write ? (
              <MemberSteps
                draft={draft}
                form={form}
                member={id}
                canRise={form === 'citation' && index > 0}
                isAsked={removing === `${form} ${id}`}
                name={name}
              />
            ) : null}
          </li>
        ))}
      </ol>
      {may.write ? (
        <p>
          <a className="button-quiet" href={`${base}/new`}>
            Add a {form}
          </a>
        </p>
      ) : null}
    </section>
  );
}

type MemberStepsProps = {
  draft: DraftView['draft'];
  form: 'citation' | 'relation';
  member: string;
  canRise: boolean;
  isAsked: boolean;
  name: string;
};

function MemberSteps({ draft, form, member, canRise, isAsked, name }: MemberStepsProps) {
  return (
    <form action={moveMember} className="form-buttons">
      <input type="hidden" name="draft" value={draft.id} />
      <input type="hidden" name="version" value={draft.version} />
      <input type="hidden" name="form" value={form} />
      <input type="hidden" name="member" value={member} />
      {canRise ? (
        <SubmitButton look="quiet" name="step" value="up" aria-label={`Move ${name} up`}>
          Move up
        </SubmitButton>
      ) : null}
      {isAsked ? (
        <>
          <SubmitButton look="quiet" name="step" value="remove">
            Yes, take {name} out
          </SubmitButton>
          <a href={`/desk/drafts/${draft.id}#draft-${form}s`}>Keep it</a>
        </>
      ) : (
        <a
          className="meta"
          href={`/desk/drafts/${draft.id}?remove=${encodeURIComponent(`${form} ${member}`)}#draft-${form}s`}
          aria-label={`Take out ${name}`}
        >
          Take out
        </a>
      )}
    </form>
  );
}
