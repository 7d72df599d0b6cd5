import type { Metadata } from 'next';
import { CitationWords, DistortionWords, RelationWords } from '@/features/grading/components/lineage-words';
import { AxisWords, ReliabilityWords } from '@/features/grading/components/grade-words';
import { MeasureWords } from '@/features/grading/components/measure-words';
import { FigureWords, StatusWords, VerificationWords } from '@/features/grading/components/record-words';

export const metadata: Metadata = {
  title: 'Method and grading explained',
  description:
    'How Plumbline follows a figure to its origin, how claims are graded on three axes, and what each word on the site means.',
};

const CONTENTS = [
  ['claims', 'Claims, citations and lineage'],
  ['reliability', 'Reliability: the one word on the badge'],
  ['axes', 'The three axes'],
  ['two-editors', 'How two editors grade'],
  ['provisional', 'What provisional means'],
  ['under-review', 'What under review means'],
  ['verification', 'How a record was verified'],
  ['distortions', 'Distortions'],
  ['lineage', 'How a lineage is worked out'],
  ['status', 'Status'],
  ['relations', 'Relations between claims'],
  ['figures', 'What a figure is made of'],
  ['search', 'How search works'],
] as const;

export default function MethodPage() {
  return (
    <div className="prose">
      <h1>Method and grading explained</h1>
      <p>
        A figure can be repeated for decades without anybody asking where it comes from. Here every figure shows its
        footing: where it was first stated, how it was made, who repeated it, what changed on the way, how far it can be
        trusted, and what it does not measure.
      </p>
      <nav aria-label="On this page">
        <ol>
          {CONTENTS.map(([id, title]) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ol>
      </nav>
      <ClaimsSection />
      <GradesSections />
      <RecordSections />
      <FigureSections />
    </div>
  );
}

function Heading({ id }: { id: (typeof CONTENTS)[number][0] }) {
  return <h2 id={id}>{CONTENTS.find(([known]) => known === id)?.[1]}</h2>;
}

function ClaimsSection() {
  return (
    <section>
      <Heading id="claims" />
      <p>
        A <strong>claim</strong> is one figure under one definition: what is counted, whom, where, when and by which
        form of exploitation. Two texts state the same claim only if they would be true or false together. The same
        number is not the same claim: 1.2 million children trafficked in a year is not 1.2 million of anything else.
      </p>
      <p>
        A <strong>citation</strong> is one place where a claim is stated: a source, the place in it, and the figure as
        printed there. Citations that draw on each other make the claim’s <strong>lineage</strong>. Many citations with
        one root are one piece of evidence, however many they are.
      </p>
      <CitationWords />
      <p>
        An origin that nobody could find is a result too: it is shown with what was looked for. A figure that is older
        than its supposed origin means that there is a rival lineage, and both are shown.
      </p>
    </section>
  );
}

function GradesSections() {
  return (
    <>
      <section>
        <Heading id="reliability" />
        <p>
          One word sums up how far a claim can be relied on. It is not an average and not a score: somebody judged it,
          and the reasons stand beside it.
        </p>
        <ReliabilityWords />
      </section>
      <section>
        <Heading id="axes" />
        <p>The word rests on three axes. Each is judged apart, and none makes up for another.</p>
        <AxisWords />
        <p>
          Only citations that pass a figure on count here; a citation that corrects or disputes it does not. One major
          distortion on any recorded way makes it major. A claim whose citations lead back to no origin is untraced,
          whatever its copies look like.
        </p>
      </section>
      <TwoEditors />
    </>
  );
}

function TwoEditors() {
  return (
    <>
      <section>
        <Heading id="two-editors" />
        <p>
          Two editors read each source and each claim after the same list of questions, an{' '}
          <a href="/method/instruments">instrument</a>. Each declares interests first, and nobody appraises what their
          own organisation made. Neither sees the other’s answers before both have handed in; then nothing in them can
          be changed.
        </p>
        <p>
          From the answers a rule proposes a level and says why. It adds nothing up: some answers cap the level, and the
          proposal is the best level that none of them speaks against. The word of a claim is proposed as the weakest of
          its axes. An editor judges, and says why where the judgement differs from the proposal.
        </p>
        <p>
          Where both judge alike, that is the grade. Where they differ, they settle it between them and write down how,
          or a senior editor who was neither of the two decides. How often they agreed before that:{' '}
          <a href="/method/agreement">how far editors agree</a>.
        </p>
      </section>
      <section>
        <Heading id="provisional" />
        <p>
          A grade is <strong>provisional</strong> until two editors have judged in this way. The grades that came with
          this evidence base are the first readings of those who compiled it, with their reasons, and all of them are
          provisional until they are appraised. They were made without the questions of an instrument one by one, and
          the rule that proposes a level today may propose another. Read the reasons rather than the word.
        </p>
      </section>
      <section>
        <Heading id="under-review" />
        <p>
          A grade is <strong>under review</strong> when something that it rests on has changed (the source, the note on
          its method, its lineage) or when three years have passed since it was settled. It stands until two editors
          have judged anew.
        </p>
      </section>
    </>
  );
}

function RecordSections() {
  return (
    <>
      <section>
        <Heading id="verification" />
        <p>
          Every record says how it was seen, from the strongest to the weakest. What nobody has seen is not filled in:
          it says “Not established”. Nothing unverified is shown as verified.
        </p>
        <VerificationWords />
      </section>
      <section>
        <Heading id="distortions" />
        <p>
          How a citation differs from the one it drew on. A citation can have several, each with a note that says what
          changed.
        </p>
        <DistortionWords />
      </section>
      <section>
        <Heading id="lineage" />
        <p>
          What changed at each step is also worked out by rule, from the few printed words of both works and from the
          claims that they state: rounding against the interval that a printed number stands for, bounds, units, stock
          and flow, wholes, people, places and times. What a rule finds stands beside what an editor recorded and
          replaces nothing; where the two differ, the page of the claim says so. Of a source at most eight words are
          kept, so that a rule can miss what stands around them.
        </p>
        <p>
          The drawing of a lineage goes from left to right by year. A work that was in print before the claim’s origin,
          or before what it is said to draw on, opens a <strong>rival lineage</strong>. These are counted, after
          Greenberg (BMJ 2009;339:b2680), each with the number of citations it rests on:
        </p>
        <MeasureWords />
      </section>
      <section>
        <Heading id="status" />
        <p>
          A figure that is wrong is kept and marked. If it were deleted, somebody would add it again. Where more than
          one word is true of a claim, the most serious is shown.
        </p>
        <StatusWords />
      </section>
      <section>
        <Heading id="relations" />
        <RelationWords />
      </section>
    </>
  );
}

function FigureSections() {
  return (
    <>
      <section>
        <Heading id="figures" />
        <p>
          A stock is not a flow. A share of detected victims is not a share of all victims. Percentage points are not
          per cent. Reports are not children, and images are not victims. Each figure therefore carries its kind, its
          bound, its unit and, for a share, the whole it is a share of.
        </p>
        <FigureWords />
      </section>
      <section>
        <Heading id="search" />
        <p>
          Words are found in all their forms, and a mistyped word is searched as the nearest words that some claim has;
          the page says so. Every word and every number has to be there.
        </p>
        <p>
          Numbers are found by their value and not by their spelling: <a href="/claims?q=1.8+million">1.8 million</a>,{' '}
          <a href="/claims?q=1%2C800%2C000">1,800,000</a> and <a href="/claims?q=1.8m">1.8m</a> are the same search.{' '}
          <a href="/claims?q=7%25">7%</a> finds percentages only. A claim is found by its point, its low and high, and
          by every number printed for it in a citation, wrong ones included: who searches for{' '}
          <a href="/claims?q=2+million">2 million</a> also finds what it was before it was rounded.
        </p>
        <p>
          Results stand by relevance: a claim whose own figure was searched for comes first. Of more than 2,000 results
          only the most cited 2,000 are ranked and listed that way; every other order lists them all.
        </p>
        <p>
          Filters of one kind are alternatives; filters of different kinds must all hold. All of it stands in the
          address of the page, so that a search can be kept and shared.
        </p>
      </section>
    </>
  );
}
