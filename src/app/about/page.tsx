import type { Metadata } from 'next';

export const metadata: Metadata = {
  title: 'About',
  description: 'What Plumbline is, why it exists, where its evidence comes from, and how to use and cite it.',
};

export default function AboutPage() {
  return (
    <div className="prose">
      <h1>About Plumbline</h1>
      <p>
        Plumbline follows research claims on the commercial sexual exploitation of children to where they were first
        stated, and shows whether they stand straight.
      </p>
      <WhySection />
      <WhoSection />
      <EvidenceSection />
      <UseSection />
    </div>
  );
}

function WhySection() {
  return (
    <section>
      <h2>Why it exists</h2>
      <p>
        Few things are harder to count. So the same few figures are repeated for decades, often without their year,
        their definition or their source. Guesses become facts by use; a number at a moment becomes a number every year;
        a share of the victims whom somebody detected becomes a share of all. Policy and money follow such figures, and
        when one of them falls, it takes trust in the whole cause with it.
      </p>
      <p>
        Plumbline does not say that the problem is small or large. It says what each figure rests on, so that a good one
        can be quoted with confidence and a bad one left alone. Where nobody has counted, it says that too.
      </p>
    </section>
  );
}

function WhoSection() {
  return (
    <section>
      <h2>Who it is for</h2>
      <dl className="word-list">
        <div>
          <dt>Researchers</dt>
          <dd>who need the origin of a figure, its method and its definition, with a reference that can be cited.</dd>
        </div>
        <div>
          <dt>Editors and fact-checkers</dt>
          <dd>who have a number in front of them and an hour to find out whether it holds.</dd>
        </div>
        <div>
          <dt>Advocates and policy staff</dt>
          <dd>who want a figure that will still stand when somebody asks where it comes from.</dd>
        </div>
      </dl>
    </section>
  );
}

function EvidenceSection() {
  return (
    <section>
      <h2>Where the evidence comes from</h2>
      <p>
        The evidence base began with one document: <a href="/sources/S1">a scan by ECPAT International</a> of about
        2014, which says openly how weak the figures it repeats are. Every figure in it became a claim here, with the
        work it came from wherever that could be found; dates that it mentions in passing did not. To these were added
        later figures of the same series, and what others have published in criticism.
      </p>
      <p>
        Each record says how it was seen: at its publisher, in a copy, second-hand, or only as the founding document
        states it. What is not known is left open. The grades that came with the product are provisional;{' '}
        <a href="/method#provisional">what that means</a> is part of <a href="/method">the method</a>.
      </p>
    </section>
  );
}

function UseSection() {
  return (
    <section>
      <h2>Use it, cite it, correct it</h2>
      <p>
        The address of a claim or a source is permanent: <code>/claims/C1</code> will always be that claim. Each page
        gives its reference in four styles and as a file for reference managers. Programs can read everything through{' '}
        <a href="/docs/api">the API</a>. Pass on with a figure what it does not measure.
      </p>
      <p>
        Is something wrong or missing? Tell the people who run this site the id of the claim, what it should say, and
        the page of the work where that can be seen. What is wrong is corrected in the open: the history of every claim
        and source stands on its page.
      </p>
      <p>
        Plumbline is free software under the MIT licence. It reads without an account, sets no cookie, and loads nothing
        from anybody else.
      </p>
    </section>
  );
}
