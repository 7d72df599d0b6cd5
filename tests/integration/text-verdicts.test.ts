import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { query, sql } from '@/db/sql';
import type { DistortionKind } from '@/domain/citation';
import { checkDraft } from '@/features/text-checks/data';

// Each rule that holds a sentence against its claim, both ways: the sentence that keeps to the claim, and the one that
// changes it in one thing. Against the real evidence base.

const TODAY = '2026-11-26';

async function verdictOn(text: string, quote: string) {
  const { findings } = await checkDraft(text, { today: TODAY, all: false });
  const finding = findings.find((one) => one.text === quote);
  if (finding === undefined)
    throw new Error(`“${quote}” is not found in “${text}”: ${findings.map((one) => one.text)}`);
  return {
    verdict: finding.verdict,
    claim: finding.match?.claim.id,
    kinds: finding.distortions.map(({ kind }) => kind),
  };
}

/** What is changed, the claim, the figure as it is written, the sentence that keeps to it, the one that does not, and as what. */
const PAIRS: [string, string, string, string, string, DistortionKind][] = [
  [
    'women and girls told as people',
    'C271',
    'One in five',
    'One in five girls and women alive today met with sexual violence in childhood, UNICEF estimated in 2024.',
    'One in five people alive today met with sexual violence in childhood, UNICEF estimated in 2024.',
    'denominator-swapped',
  ],
  [
    'women and girls told as girls',
    'C274',
    '79 million',
    'In sub-Saharan Africa 79 million girls and women have been raped or sexually assaulted as children, UNICEF says.',
    'In sub-Saharan Africa 79 million girls have been raped or sexually assaulted, UNICEF says.',
    'scope-narrowed',
  ],
  [
    'all complaints told as reports of abuse material',
    'C121',
    '14 per cent',
    'INHOPE’s hotlines handled 14 per cent more complaints about illegal content in 2013.',
    'Complaints about child sexual abuse material to INHOPE’s hotlines rose by 14 per cent in 2013.',
    'scope-narrowed',
  ],
  [
    'reports told as the material itself',
    'C205',
    '87%',
    'Reports of child sexual abuse material have risen by 87% since 2019, WeProtect said in 2023.',
    'Child sexual abuse material has risen by 87% since 2019, WeProtect said in 2023.',
    'unit-changed',
  ],
  [
    'what was assessed told as all there is',
    'C117',
    '87 per cent',
    'Of the child sexual abuse material that INHOPE’s hotlines assessed, 87 per cent was non-commercial.',
    '87 per cent of all child sexual abuse material in the world is non-commercial, according to INHOPE.',
    'scope-widened',
  ],
  [
    'suspected pages told as confirmed ones',
    'C134',
    '785,322',
    'In 2023 INHOPE’s hotlines exchanged 785,322 content URLs through ICCAM.',
    'In 2023 INHOPE’s hotlines confirmed 785,322 URLs.',
    'definition-changed',
  ],
  [
    'pages told as children, the question coming before the answer',
    'C143',
    '57,335',
    'I asked how many webpages the IWF had confirmed in 2016; the answer was 57,335.',
    'I asked how many children the IWF had found in 2016; the answer was 57,335.',
    'unit-changed',
  ],
  [
    'juveniles told as everybody whom police know',
    'C212',
    '7 per cent',
    'Of the juveniles known to US police for sex offences against minors in 2004, 7 per cent were female.',
    'Women are 7 per cent of all people known to US police for sex offences against minors.',
    'denominator-swapped',
  ],
  [
    'accomplices told as offenders',
    'C227',
    '69.2 per cent',
    'APLE found that 69.2 per cent of the accomplices in its cases in Cambodia were women.',
    'APLE found that 69.2 per cent of the offenders in its cases in Cambodia were women.',
    'definition-changed',
  ],
  [
    'one kind of exploitation for the sum of several',
    'C10',
    '8.4 million',
    'In 2000 the ILO put the children in the worst forms of child labour other than hazardous work at 8.4 million.',
    'In 2000 the ILO put the children in sexual exploitation at 8.4 million.',
    'scope-narrowed',
  ],
  [
    'those deprived told as those at risk of exploitation',
    'C234',
    '30 million',
    'Over 30 million children in seven countries of East Asia and the Pacific were severely deprived, Minujin found in 2011.',
    'Over 30 million children in seven countries of East Asia and the Pacific were at risk of commercial sexual exploitation, Minujin found in 2011.',
    'definition-changed',
  ],
  [
    'another age',
    'C282',
    '14.8 per cent',
    'A model in The Lancet puts the men and boys who met with sexual violence before 18 at 14.8 per cent in 2023.',
    'A model in The Lancet puts the men and boys who met with sexual violence before the age of 15 at 14.8 per cent in 2023.',
    'definition-changed',
  ],
  [
    'a part of a region told as all of it',
    'C276',
    '73 million',
    'UNICEF counts 73 million girls and women in Central and Southern Asia who were raped or sexually assaulted before 18.',
    'UNICEF counts 73 million girls and women in Asia who were raped or sexually assaulted before 18.',
    'scope-widened',
  ],
  [
    'people for installations of a program',
    'C222',
    '840,000',
    'Bissias and colleagues put the number of installations sharing such material on five peer-to-peer networks at about 840,000 a month.',
    'Bissias and colleagues put the number of people sharing child sexual abuse material on five peer-to-peer networks at about 840,000 a month.',
    'unit-changed',
  ],
  [
    'another year, said as “that year”',
    'C99',
    '23 per cent',
    'In 2016 UNODC counted the victims detected worldwide; 23 per cent of the trafficking victims detected were girls that year.',
    'UNODC spoke of 50,000 victims of trafficking in 2018; 23 per cent of the detected trafficking victims were girls that year.',
    'period-shifted',
  ],
  [
    'per cent told as percentage points',
    'C120',
    '47 per cent',
    'Reports confirmed as child sexual abuse material rose by 47 per cent in 2013, INHOPE said.',
    'Reports confirmed as child sexual abuse material rose by 47 percentage points in 2013, INHOPE said.',
    'unit-changed',
  ],
  [
    'those trafficked told for those exploited',
    'C30',
    '98 per cent',
    'In 2005 the ILO found that 98 per cent of people in forced commercial sexual exploitation were women and girls.',
    'In 2005 the ILO found that 98 per cent of all those trafficked for labour were women and girls.',
    'denominator-swapped',
  ],
  [
    'a count of 2014 told as one of today',
    'C256',
    '77',
    'About 2014 ECPAT International had 85 member organisations in 77 countries.',
    'Today ECPAT International has 85 member organisations in 77 countries.',
    'period-dropped',
  ],
  [
    'childhood told as a year',
    'C281',
    '18.9 per cent',
    'A model in The Lancet puts the females who met with sexual violence before 18 at 18.9 per cent in 2023.',
    'A model in The Lancet puts the females who met with sexual violence in 2023 alone at 18.9 per cent.',
    'stock-to-flow',
  ],
  [
    'the past year told as childhood',
    'C265',
    '3.5 per cent',
    'A meta-analysis of 2025 puts sexual extortion online at 3.5 per cent of children worldwide in the past year.',
    'A meta-analysis of 2025 puts sexual extortion online at 3.5 per cent of children worldwide at some time in childhood.',
    'definition-changed',
  ],
  [
    'other regions told as the own one',
    'C94',
    '70 per cent',
    'In the Middle East 70 per cent of the trafficking victims detected had come from other regions, UNODC said in 2012.',
    'In the Middle East 70 per cent of the trafficking victims detected had come from within their own region, UNODC said in 2012.',
    'definition-changed',
  ],
  [
    'sites told as images',
    'C113',
    '78 per cent',
    'In 2010, INHOPE said, 78 per cent of the sites reported were non-commercial.',
    'In 2010, INHOPE said, 78 per cent of the images reported were non-commercial.',
    'unit-changed',
  ],
  [
    'countries told as trials',
    'C92',
    '16 per cent',
    'UNODC found no conviction for trafficking in 16 per cent of the reporting countries in 2007–2010.',
    'UNODC found no conviction in 16 per cent of trafficking trials in 2007–2010.',
    'denominator-swapped',
  ],
  [
    'all children told as those who use the internet, said ahead',
    'C302',
    '16.2 per cent',
    'Of all children aged 12–17 in Namibia, 16.2 per cent met with technology-facilitated exploitation or abuse, Nature reports.',
    'Of the children in Namibia who go online, 16.2 per cent met with technology-facilitated exploitation or abuse, Nature reports.',
    'denominator-swapped',
  ],
  [
    'children told as girls',
    'C68',
    '27 per cent',
    'Children were 27 per cent of the trafficking victims detected in the Americas in 2007–2010, UNODC said.',
    'Girls were 27 per cent of the trafficking victims detected in the Americas in 2007–2010, UNODC said.',
    'scope-narrowed',
  ],
  [
    'girls told as women and girls',
    'C87',
    '60 per cent',
    'UNODC’s 2024 report says that 60 per cent of detected girls had been trafficked for sexual exploitation.',
    'UNODC’s 2024 report says that 60 per cent of detected women and girls had been trafficked for sexual exploitation.',
    'scope-widened',
  ],
  [
    'computers told as nationals',
    'C219',
    '244,920',
    'Researchers found 244,920 US computers sharing known illegal files on Gnutella.',
    'Researchers found 244,920 Americans sharing known illegal files on Gnutella.',
    'unit-changed',
  ],
  [
    'somebody else’s count',
    'C323',
    '14 per cent',
    'ECPAT looked at 42 countries and found helplines with specialised help for sexually exploited children in 14 per cent of them.',
    'UNICEF looked at 42 countries and found helplines with specialised help for sexually exploited children in 14 per cent of them.',
    'attribution-shifted',
  ],
  [
    'those known to police told as those convicted',
    'C211',
    '35.6 per cent',
    'Juveniles were 35.6 per cent of those known to police in the United States in 2004 for sex offences against minors.',
    'Juveniles were 35.6 per cent of those convicted in the United States in 2004 of sex offences against minors.',
    'definition-changed',
  ],
  [
    'Europe and Central Asia told as the European Union',
    'C69',
    '16 per cent',
    'Children were 16 per cent of the trafficking victims detected in Europe and Central Asia in 2007–2010, UNODC found.',
    'Children were 16 per cent of the trafficking victims detected in the European Union in 2007–2010, UNODC found.',
    'scope-narrowed',
  ],
  [
    'two years told as each',
    'C215',
    '3,477',
    'US police handled 3,477 cases of sexual images made by young people themselves in 2008 and 2009, Wolak and colleagues estimate.',
    'US police handle 3,477 cases of sexual images made by young people themselves a year, Wolak and colleagues estimate.',
    'stock-to-flow',
  ],
  [
    'what was estimated told as found by the police',
    'C291',
    '400,000',
    'Disrupting Harm reckons that about 400,000 children aged 12 to 17 in Thailand met with online sexual exploitation or abuse within a year.',
    'Police in Thailand identified about 400,000 children aged 12 to 17 as victims of online sexual exploitation or abuse within a year, Disrupting Harm says.',
    'definition-changed',
  ],
  [
    'what children also do to each other told as done by adults',
    'C262',
    '12.5 per cent',
    'Some 12.5 per cent of children worldwide met with sexual solicitation online in a year, a meta-analysis of 2025 says.',
    'Some 12.5 per cent of children worldwide met with sexual solicitation online by adult strangers in a year, a meta-analysis of 2025 says.',
    'definition-changed',
  ],
  [
    'somebody else’s analysts',
    'C150',
    '291,273',
    'The IWF’s analysts confirmed 291,273 reports as criminal material in 2024.',
    'Europol’s analysts confirmed 291,273 reports as criminal material in 2024.',
    'attribution-shifted',
  ],
  [
    'the part told as the whole',
    'C329',
    '1 per cent',
    'Just over 1 per cent of the world’s children were international migrants in 2015, UNICEF says.',
    'Just over 1 per cent of international migrants were children in 2015, UNICEF says.',
    'denominator-swapped',
  ],
  [
    'cases told as young people',
    'C216',
    '18 per cent',
    'US police made an arrest in 18 per cent of the cases of 2008 and 2009 in which only young people and nothing aggravating were involved.',
    'In the United States 18 per cent of young people who did so in 2008 and 2009 were arrested, without anything aggravating.',
    'denominator-swapped',
  ],
  [
    'used in armed conflict told as affected by it',
    'C8',
    '300,000',
    'The ILO reckoned that 300,000 children worldwide were recruited by force or used in armed conflict in 2000.',
    'The ILO reckoned that 300,000 children worldwide were affected by armed conflict in 2000.',
    'definition-changed',
  ],
  [
    'forced labour told as slavery',
    'C7',
    '5.7 million',
    'The ILO found 5.7 million children in forced or bonded labour in 2000.',
    'The ILO found 5.7 million children sold into slavery in 2000.',
    'definition-changed',
  ],
  [
    'pictures told as a part of the reports',
    'C209',
    '10.4 million',
    'Only some 10.4 million of the photos that NCMEC received in 2020 were distinct.',
    'Only some 10.4 million of the nearly 22 million reports that NCMEC received in 2020 were distinct.',
    'unit-changed',
  ],
  [
    'deprived told as exploited',
    'C234',
    '30 million',
    'More than 30 million children in seven countries of East Asia and the Pacific were severely deprived in about 2006, a study for UNICEF found.',
    'More than 30 million children in seven countries of East Asia and the Pacific were exploited in about 2006, a study for UNICEF found.',
    'definition-changed',
  ],
  [
    'adolescents told as all children',
    'C302',
    '16.2 per cent',
    'In Namibia 16.2 per cent of all children aged 12–17 met with technology-facilitated sexual exploitation or abuse in 2020–2021.',
    'In Namibia 16.2 per cent of all children under 18 met with technology-facilitated sexual exploitation or abuse in 2020–2021.',
    'scope-widened',
  ],
  [
    'cities told as their country',
    'C424',
    '827',
    'Police in the 37 largest cities of the United States make about 827 arrests of minors for prostitution a year, the Village Voice counted.',
    'Police across the whole of the United States make about 827 arrests of minors for prostitution a year, the Village Voice counted.',
    'scope-widened',
  ],
  [
    'four years together told as one of them',
    'C89',
    '202,478',
    'Between 2020 and 2023 the authorities detected 202,478 trafficking victims, UNODC says.',
    'In 2023 alone the authorities detected 202,478 trafficking victims, UNODC says.',
    'stock-to-flow',
  ],
  [
    'all children told as those who are online, in the sentence of several places',
    'C302',
    '16.2 per cent',
    'Of children aged 12–17, online or not, 16.2 per cent in Namibia and 5.2 per cent in Tanzania met with technology-facilitated exploitation or abuse in a year.',
    'Of those who were online, 16.2 per cent in Namibia and 5.2 per cent in Tanzania met with technology-facilitated exploitation or abuse in a year.',
    'denominator-swapped',
  ],
  [
    'boys told as children, of whom the head of the sentence speaks',
    'C109',
    '47 per cent',
    'Among the boys identified as trafficked, says UNODC’s 2024 report, 45 per cent were put to forced labour and 47 per cent to other ends, forced crime and begging included.',
    'Among the children identified as trafficked, says UNODC’s 2024 report, 45 per cent were put to forced labour and 47 per cent to other ends, forced crime and begging included.',
    'denominator-swapped',
  ],
  [
    'figures of somebody else',
    'C67',
    '39 per cent',
    'UNODC figures for 2007–2010 reveal that 39 per cent of the trafficking victims detected in South Asia, East Asia and the Pacific were children.',
    'Europol figures for 2007–2010 reveal that 39 per cent of the trafficking victims detected in South Asia, East Asia and the Pacific were children.',
    'attribution-shifted',
  ],
  [
    'those who are in it told as those newly taken into it',
    'C7',
    '5.7 million',
    'In the year 2000, the ILO has told us, 5.7 million boys and girls were in forced or bonded labour.',
    'In the year 2000, the ILO has told us, 5.7 million boys and girls were newly taken into forced or bonded labour.',
    'stock-to-flow',
  ],
  [
    'reports of what is suspected told as confirmed',
    'C176',
    '1,106,071',
    'NCMEC’s CyberTipline received 1,106,071 reports of suspected sexual exploitation of children in 2014.',
    'NCMEC’s CyberTipline received 1,106,071 confirmed reports of sexual exploitation of children in 2014.',
    'definition-changed',
  ],
  [
    'girls told as boys, seen in material',
    'C112',
    '77 per cent',
    'In 2010 girls were 77 per cent of the victims in the material that INHOPE hotlines handled.',
    'In 2010 boys were 77 per cent of the victims in the material that INHOPE hotlines handled.',
    'definition-changed',
  ],
  [
    'those detected told as all, detected or not',
    'C84',
    '35 per cent',
    'In 2020, UNODC reports, 35 per cent of the trafficking victims who were detected were children.',
    'In 2020, UNODC reports, 35 per cent of all trafficked people were children, including those nobody detected.',
    'scope-widened',
  ],
  [
    'those exploited told as those at risk',
    'C20',
    '300,000',
    'In 1995 UNICEF gave 300,000 as the number of children in prostitution in the United States.',
    'In 1995 UNICEF gave 300,000 as the number of children at risk of prostitution in the United States.',
    'definition-changed',
  ],
  [
    'children in prostitution told as victims of trafficking',
    'C434',
    '18,256',
    'Steinfatt counted 18,256 people in Cambodia’s prostitution venues in 2002 and 2003.',
    'Steinfatt counted 18,256 victims of trafficking in Cambodia’s prostitution venues in 2002 and 2003.',
    'definition-changed',
  ],
  [
    'a body that the base does not know',
    'C13',
    '218 million',
    'The ILO estimated that 218 million children aged 5 to 17 were in child labour in 2004.',
    'The OECD estimated that 218 million children aged 5 to 17 were in child labour in 2004.',
    'attribution-shifted',
  ],
  [
    'a number of each year told as that of any time',
    'C21',
    '1 million',
    'UNICEF was quoted at Yokohama for more than 1 million children a year who are forced into commercial sexual exploitation.',
    'UNICEF was quoted at Yokohama for more than 1 million children who are in commercial sexual exploitation at any given time.',
    'definition-changed',
  ],
  [
    'online told as online and offline',
    'C264',
    '4.7 per cent',
    'A meta-analysis of 2025 puts the children in sexual exploitation online in the past year at 4.7 per cent.',
    'A meta-analysis of 2025 puts the children in sexual exploitation online and offline in the past year at 4.7 per cent.',
    'scope-widened',
  ],
  [
    'parties told as states whose laws conform',
    'C243',
    '196',
    'The Convention on the Rights of the Child has had 196 parties since Somalia joined in October 2015.',
    'Since Somalia joined in October 2015, 196 governments have brought their laws fully into line with the Convention on the Rights of the Child.',
    'definition-changed',
  ],
  [
    'members told as countries',
    'C254',
    '85',
    'ECPAT’s network stood at 85 members about 2014.',
    'ECPAT’s network stood at 85 countries about 2014.',
    'unit-changed',
  ],
  [
    'reports told as travellers',
    'C194',
    '940',
    'The CyberTipline’s breakdown for 2022 lists 940 reports of the exploitation of children by tourists.',
    'The CyberTipline’s breakdown for 2022 lists 940 tourists who travelled abroad to exploit children.',
    'unit-changed',
  ],
  [
    'by anybody told as by gangs',
    'C265',
    '3.5 per cent',
    'Researchers put the children who were sexually extorted online in the past year at 3.5 per cent worldwide, in a meta-analysis of 2025.',
    'Researchers put the children who were sexually extorted online by organised gangs in the past year at 3.5 per cent worldwide, in a meta-analysis of 2025.',
    'scope-narrowed',
  ],
  [
    'the past year told as any time before 18',
    'C266',
    '8.1 per cent',
    'In the past year 8.1 per cent of children worldwide met with online sexual exploitation or abuse, according to the meta-analysis of 2025.',
    'According to the meta-analysis of 2025, 8.1 per cent of children worldwide meet with online sexual exploitation or abuse at some point before they turn 18.',
    'definition-changed',
  ],
  [
    'a share of those who abuse told as one of all young people',
    'C210',
    'a third',
    'About a third of those who sexually abuse children are under 18 themselves, David Finkelhor’s review of 2009 found.',
    'About a third of young people under 18 sexually abuse other children, David Finkelhor’s review of 2009 found.',
    'denominator-swapped',
  ],
];

/** What is said in other words, the claim, the figure, the sentence. */
const OTHER_WORDS: [string, string, string, string][] = [
  [
    'detected: recognised as',
    'C79',
    'seven in ten',
    'About seven in ten of the girls whom authorities recognised as trafficked in 2016 had ended up in sexual exploitation, UNODC’s report of 2018 says.',
  ],
  [
    'not a yearly number: said behind a semicolon',
    'C89',
    '202,478',
    'In the years from 2020 to 2023 the authorities detected 202,478 victims of trafficking, UNODC says; that is no yearly number.',
  ],
  [
    'so many about: the reports that were named before',
    'C193',
    '18,336',
    'Among the reports which NCMEC took in during 2022 were 18,336 about the suspected trafficking of children for sexual exploitation.',
  ],
  [
    'cut off behind three digits',
    'C180',
    '18.4 million',
    'NCMEC’s CyberTipline received some 18.4 million reports of suspected child sexual exploitation in 2018.',
  ],
  [
    'as high as: nothing but the number',
    'C227',
    '69.2 per cent',
    'APLE found that the share of women among the accomplices to sexual exploitation of children was as high as 69.2 per cent.',
  ],
  [
    'detected: found to be victims',
    'C85',
    '38 per cent',
    'Of those found to be victims of trafficking in 2022, 38 per cent were children, UNODC’s 2024 report says.',
  ],
  [
    'detected: whom the authorities had found',
    'C77',
    '64 per cent',
    'In Central America and the Caribbean 64 per cent of the victims whom the authorities had found were children, UNODC’s report of 2016 says.',
  ],
  [
    'girls and women: human beings',
    'C274',
    '79 million',
    'Twenty-two per cent of girls and women in sub-Saharan Africa were raped or sexually assaulted before they were 18; that is some 79 million human beings, by UNICEF’s reckoning.',
  ],
  [
    'web pages: so many in all',
    'C145',
    '105,047',
    'Of the web pages that the IWF confirmed in 2018, 105,047 in all, many showed children of ten or younger.',
  ],
  [
    'unidentified: whom nobody had identified',
    'C448',
    '31 per cent',
    'In INTERPOL’s database, studied in 2018, boys were about 31 per cent of the victims whom nobody had identified.',
  ],
];

describe('what is said in other words is no distortion', () => {
  test.each(OTHER_WORDS)('%s', async (_, claim, quote, sentence) => {
    expect(await verdictOn(sentence, quote)).toEqual({ verdict: 'faithful', claim, kinds: [] });
  });
});

describe('a sentence that keeps to its claim is faithful, and one that changes it is not', () => {
  test.each(PAIRS)('%s', async (_, claim, quote, kept, changed, kind) => {
    expect(await verdictOn(kept, quote)).toEqual({ verdict: 'faithful', claim, kinds: [] });
    const words = changed.includes(quote) ? quote : quote.replace('per cent', 'percentage points');
    const found = await verdictOn(changed, words);
    expect(found).toMatchObject({ verdict: 'distorted', claim });
    expect(found.kinds).toContain(kind);
  });
});

describe('a number that another thing has too', () => {
  test.each([
    ['Worldwide 138 million children were still in child labour in 2024, according to ILO and UNICEF.', '138 million'],
    ['The agency employed 648 people at the end of 2013, a third of them part-time.', '648'],
    ['Only 42 of 196 parties have filed their plans under the Paris Agreement.', '42'],
    ['The World Food Programme fed 168 million people in that period.', '168 million'],
    ['Her own unit’s budget was cut by 14 per cent, while INHOPE’s hotlines had more to do.', '14 per cent'],
  ])('is not said to be faithful: %s', async (text, quote) => {
    expect(['possibly', 'unlisted']).toContain((await verdictOn(text, quote)).verdict);
  });

  test('two claims with one number, and nobody says when: neither is taken', async () => {
    expect(await verdictOn('One million children are in the sex trade, campaigners say.', 'One million')).toEqual({
      verdict: 'possibly',
      claim: undefined,
      kinds: [],
    });
  });

  test('“made up 38 per cent” is a share, and not the rise with the same number', async () => {
    const text = 'Children made up 38 per cent of the trafficking victims detected in 2022, UNODC says.';
    expect(await verdictOn(text, '38 per cent')).toEqual({ verdict: 'faithful', claim: 'C85', kinds: [] });
  });
});

test('the words of a claim are no distortion of it, whoever repeats them in a sentence of their own', async () => {
  const claims = await query(
    z.object({ id: z.string(), statement: z.string() }),
    sql`select 'C' || c.id as id, c.statement from claims c join claim_index i on i.claim_id = c.id
      where i.status <> 'misquotation' order by c.id`,
  );
  const distorted: string[] = [];
  for (const { id, statement } of claims) {
    const text = `As has been said before, ${statement.replace(/^(?:The|An?|In|On|Of|By|Over|Counting|According) /, (word) => word.toLowerCase())}`;
    const { findings } = await checkDraft(text, { today: TODAY, all: false });
    for (const { match, verdict, distortions } of findings)
      if (match?.claim.id === id && verdict === 'distorted')
        distorted.push(`${id}: ${distortions.map(({ label }) => label).join('; ')} | ${statement}`);
  }
  expect(claims.length).toBeGreaterThan(300);
  // Of these two the statement itself says how others tell it, or leaves out who assessed the material.
  const rightly = /^(?:C2: at least → a plain number|C117: material assessed)/;
  expect(distorted.filter((one) => !rightly.test(one))).toEqual([]);
}, 120_000);

describe('the ends of lines, as in what was copied from a page, change nothing', () => {
  test.each([
    [
      'some 6.3\nmillion people of all ages were in forced commercial sexual exploitation on any day of 2021, the ILO says.',
      '6.3\nmillion',
    ],
    [
      'In the ILO estimate of 2012 there are 20.9 million people in forced labour, 26 per \ncent of whom are children.',
      '26 per \ncent',
    ],
    ['Recent data from INHOPE indicates that 87% of child \nsexual abuse materials are non-commercial.', '87%'],
  ])('%j', async (text, quote) => {
    const plain = await verdictOn(text.replace(/\s+/g, ' '), quote.replace(/\s+/g, ' '));
    expect(await verdictOn(text, quote)).toEqual(plain);
    expect(plain.claim).toBeDefined();
  });
});
