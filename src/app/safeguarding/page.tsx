import type { Metadata } from 'next';

export const metadata: Metadata = {
  title: 'Safeguarding and help',
  description:
    'Where to get help and where to report the sexual exploitation of children, and what this site never holds.',
};

export default function SafeguardingPage() {
  return (
    <div className="prose">
      <h1>Safeguarding and help</h1>
      <p>
        This site is about statistics. It cannot take a report and cannot help in an emergency. These organisations can.
      </p>
      <HelpSection />
      <ReportSection />
      <NeverSection />
    </div>
  );
}

type Address = { name: string; href: string; what: string };

function Addresses({ list }: { list: readonly Address[] }) {
  return (
    <ul className="address-list">
      {list.map(({ name, href, what }) => (
        <li key={href}>
          <a href={href} rel="noreferrer">
            {name}
          </a>
          <p>{what}</p>
        </li>
      ))}
    </ul>
  );
}

const HELP: readonly Address[] = [
  {
    name: 'Child Helpline International',
    href: 'https://childhelplineinternational.org/',
    what: 'Finds the child helpline of your country. Children, and adults who worry about a child, can talk to somebody there, in most countries free of charge.',
  },
  {
    name: 'Take It Down (NCMEC)',
    href: 'https://takeitdown.ncmec.org/',
    what: 'Helps anybody to have intimate images taken down that show them before they were 18. The images stay on your own device.',
  },
  {
    name: 'Stop It Now',
    href: 'https://www.stopitnow.org.uk/',
    what: 'Confidential advice for people who worry about their own thoughts or behaviour towards children, or about somebody else’s.',
  },
];

function HelpSection() {
  return (
    <section>
      <h2>A child is in danger, or you are</h2>
      <p>
        <strong>Call the police or your country’s emergency number now.</strong> It does not matter whether you are
        sure.
      </p>
      <h2>Somebody to talk to</h2>
      <Addresses list={HELP} />
    </section>
  );
}

const REPORT: readonly Address[] = [
  {
    name: 'INHOPE',
    href: 'https://www.inhope.org/',
    what: 'Finds the hotline of your country that takes reports of child sexual abuse material on the internet. Most take them without your name.',
  },
  {
    name: 'Internet Watch Foundation',
    href: 'https://report.iwf.org.uk/',
    what: 'Takes reports of child sexual abuse material in the United Kingdom, and runs reporting portals for countries without a hotline.',
  },
  {
    name: 'CyberTipline of the National Center for Missing & Exploited Children',
    href: 'https://report.cybertip.org/',
    what: 'Takes reports of online exploitation of children in the United States and of services based there.',
  },
  {
    name: 'Europol: Stop child abuse',
    href: 'https://www.europol.europa.eu/stopchildabuse',
    what: 'Asks the public to recognise objects and places that may help to find a child. It shows no abuse.',
  },
  {
    name: 'INTERPOL: Crimes against children',
    href: 'https://www.interpol.int/en/Crimes/Crimes-against-children',
    what: 'What INTERPOL does against these crimes, and what it advises. It takes no reports from the public: go to your local or national police.',
  },
];

function ReportSection() {
  return (
    <section>
      <h2>Report what you have seen</h2>
      <p>
        If you come across material that may show the sexual abuse of a child, report its address, and do nothing else
        with it. Do not search for more, save it, photograph the screen or send it to anybody, not even as proof: in
        many countries that is a crime, and each copy harms the child again.
      </p>
      <Addresses list={REPORT} />
    </section>
  );
}

function NeverSection() {
  return (
    <section>
      <h2>What this site never holds</h2>
      <ul>
        <li>The name, image or story of any victim, or anything by which a child could be recognised.</li>
        <li>Child sexual abuse material, or a link to it, or a hint of where it can be found.</li>
        <li>Descriptions of abuse.</li>
        <li>Names of suspects or offenders.</li>
      </ul>
      <p>
        It holds statistics, the works that state them, and how far these can be trusted. In our own words we use the
        terms that do not blame or belittle a child: see <a href="/terminology">terminology</a>. Older terms stand only
        in the title of a work and in what it printed.
      </p>
      <p>
        Every page works without scripts, loads nothing from anybody else, and sets no cookie. If you don’t want this
        visit to be seen on your device, use your browser’s private window or clear its history.
      </p>
    </section>
  );
}
