import { ReliabilityChart, VerificationChart } from '@/features/claims/components/evidence-charts';
import { WorkedExample } from '@/features/claims/components/worked-example';
import { type EvidenceState, loadClaim, loadEvidenceState } from '@/features/claims/loaders';
import { TopicChart } from '@/features/topics/components/topic-charts';
import { loadTopics } from '@/features/topics/loaders';
import { SearchBox } from '@/ui/search-box';

// The build has no database, and the state of the evidence is that of now.
export const dynamic = 'force-dynamic';

export default async function HomePage() {
  const [state, topics] = await Promise.all([loadEvidenceState(), loadTopics()]);
  return (
    <div>
      <div className="home-head">
        <h1>Where does that figure come from, and can it carry weight?</h1>
        <p className="lead">
          Plumbline follows every statistic on the commercial sexual exploitation of children to where it was first
          stated, and shows how it was made, who repeated it, what changed on the way, and what it does not measure.
        </p>
        <SearchBox
          action="/claims"
          label="Search claims by words or by number"
          placeholder="1.8 million, trafficking girls, 7%"
        />
        <p className="meta">
          Try <a href="/claims?q=1.8+million">1.8 million</a>, <a href="/claims?q=7%25">7%</a> or{' '}
          <a href="/claims?q=detected+victims">detected victims</a>, or <a href="/claims">see all claims</a>.
        </p>
        <p className="meta">
          Did you write something with figures in it? <a href="/check">Check the text</a>: each is held against the
          evidence. To put figures before others, <a href="/fact-sheets/new">make a fact sheet</a> in which each is
          checked. Were you given one? <a href="/verify">Verify it</a>.
        </p>
      </div>
      <Examples />
      <StateOfTheEvidence state={state}>
        <div>
          <ReliabilityChart state={state} />
          <VerificationChart state={state} />
        </div>
        <TopicChart topics={topics} />
      </StateOfTheEvidence>
    </div>
  );
}

async function Examples() {
  const [stock, points, share] = await Promise.all(['C1', 'C6', 'C5'].map(loadClaim));
  return (
    <section aria-labelledby="examples">
      <h2 id="examples">What happens to figures</h2>
      <ul className="examples">
        <WorkedExample title="1.8 → 2 million?" claim={stock ?? null}>
          One report put children exploited in prostitution and in sexual material at 1.8 million in the year 2000.
          Others print 2 million, and some print it for every year. Yet 2 million had been in print since 1995: where it
          comes from is open.
        </WorkedExample>
        <WorkedExample title="+7 %" claim={points ?? null}>
          Children’s share of the trafficking victims whom authorities detected went from about 20 to 27 per cent. Seven
          percentage points of a share became seven per cent more children.
        </WorkedExample>
        <WorkedExample title="40–50 %" claim={share ?? null}>
          A share of children among all people in forced labour was attached to those in commercial sexual exploitation:
          the same number, said of another whole.
        </WorkedExample>
      </ul>
    </section>
  );
}

function settledText({ claims, settled }: EvidenceState): string {
  if (settled === 0) return 'All grades are provisional.';
  const number = settled.toLocaleString('en-GB');
  if (settled === claims) return 'All grades were settled by two editors.';
  return `${number} ${settled === 1 ? 'claim was' : 'claims were'} graded by two editors; all other grades are provisional.`;
}

function StateOfTheEvidence({ state, children }: { state: EvidenceState; children: React.ReactNode }) {
  const counts = [
    { count: state.claims, label: 'claims', href: '/claims' },
    { count: state.citations, label: 'citations', href: undefined },
    { count: state.sources, label: 'sources', href: '/sources' },
  ];
  return (
    <section aria-labelledby="state">
      <h2 id="state">The state of the evidence</h2>
      <ul className="figures-at-a-glance">
        {counts.map(({ count, label, href }) => (
          <li key={label}>
            <strong>{count.toLocaleString('en-GB')}</strong> {href === undefined ? label : <a href={href}>{label}</a>}
          </li>
        ))}
      </ul>
      <p className="meta">
        {settledText(state)} <a href="/method#provisional">What that means</a>
      </p>
      <div className="home-charts">{children}</div>
    </section>
  );
}
