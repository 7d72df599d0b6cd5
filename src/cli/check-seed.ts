import { readBundledEvidence } from '../features/evidence-base/bundle';

// Reads the bundled evidence base, checks every record and every link between them, and says what is wrong.
const result = await readBundledEvidence();
if (result.ok) {
  const { sources, claims, terms, geographies } = result.base;
  const citations = claims.reduce((sum, claim) => sum + claim.citations.length, 0);
  console.log(
    `${claims.length} claims, ${citations} citations, ${sources.length} sources, ${terms.length} terms, ${geographies.length} places: all in order`,
  );
} else {
  for (const fault of result.faults) console.error(fault);
  console.error(`${result.faults.length} faults`);
  process.exitCode = 1;
}
