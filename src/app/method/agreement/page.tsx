import type { Metadata } from 'next';
import { AgreementTables } from '@/features/appraisals/components/agreement-tables';
import { loadAgreement } from '@/features/appraisals/loaders';

export const metadata: Metadata = {
  title: 'How far editors agree',
  description: 'Raw agreement and weighted kappa of two editors, per instrument and question, before consensus.',
};

export const dynamic = 'force-dynamic';

export default async function AgreementPage() {
  const list = await loadAgreement();
  const none = list.every(({ axes }) => axes.every(({ agreement }) => agreement.n === 0));
  return (
    <div className="prose">
      <p className="eyebrow">
        <a href="/method">Method and grading</a>
      </p>
      <h1>How far editors agree</h1>
      <p>
        Two editors appraise each source and each claim without seeing each other’s answers. This is how often they gave
        the same ones, taken from what both answered <strong>before</strong> they saw the other’s and before any
        consensus. It says how dependable the questions are, not who was right.
      </p>
      {none ? (
        <p className="notice">
          No pair of appraisals exists yet: nothing has been appraised by two editors since this site was set up. The
          grades that came with the evidence base are provisional and are not counted here.
        </p>
      ) : null}
      <h2>How to read it</h2>
      <ul>
        <li>
          <strong>Same</strong> is the share of pairs with the same answer. Chance alone makes some.
        </li>
        <li>
          <strong>Kappa</strong> takes chance out: 1 is full agreement, 0 what chance would give (Cohen 1960, 1968). It
          is left out under ten pairs, where one pair more would change it beyond recognition, and where both always
          gave one and the same answer. No word such as “good” is put on it: such scales are arbitrary.
        </li>
        <li>
          <strong>Linear weights</strong>: from yes over unclear to no each step is half a disagreement, and the levels
          of a judgement are in equal steps. “Not applicable”, “cannot be judged” and “not graded” have no place in the
          order: against any other answer they are one whole disagreement. Where yes is neither better nor worse than
          no, nothing is weighted.
        </li>
        <li>
          The <strong>interval</strong> is the one for large samples (Fleiss, Cohen and Everitt 1969) and is given from
          twice the square of the number of possible answers on (Cicchetti 1981).
        </li>
        <li>Two who did not read the same, because the record changed between them, are no pair.</li>
        <li>Who of a pair counts as the first is whoever began first.</li>
      </ul>
      <AgreementTables list={list} />
    </div>
  );
}
