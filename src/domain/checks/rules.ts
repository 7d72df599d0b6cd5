import { allFormsAsSexual } from './rules/all-forms-as-sexual';
import { boundDropped } from './rules/bound-dropped';
import { brokenToken } from './rules/broken-token';
import { deadLink } from './rules/dead-link';
import { denominatorMissing } from './rules/denominator-missing';
import { differsFromOrigin } from './rules/differs-from-origin';
import { disputedOrRetracted } from './rules/disputed-or-retracted';
import { incompleteCitation } from './rules/incomplete-citation';
import { lowWithoutCaveat } from './rules/low-without-caveat';
import { misread } from './rules/misread';
import { noPrimarySource } from './rules/no-primary-source';
import { notComparable } from './rules/not-comparable';
import { notGraded } from './rules/not-graded';
import { olderTerm } from './rules/older-term';
import { oneRootAsMany } from './rules/one-root-as-many';
import { outdatedAsCurrent } from './rules/outdated-as-current';
import { periodMissing } from './rules/period-missing';
import { pointsAsPerCent } from './rules/points-as-per-cent';
import { reportsAsChildren } from './rules/reports-as-children';
import { ruleAndRecordDiffer } from './rules/rule-and-record-differ';
import { shareAsCount } from './rules/share-as-count';
import { stockAsFlow } from './rules/stock-as-flow';
import { superseded } from './rules/superseded';
import { typedNumber } from './rules/typed-number';
import { underReview } from './rules/under-review';
import { unverifiedRecord } from './rules/unverified-record';
import type { Rule } from './rule';

/** Every check, in the order of its id. An id is never given twice. */
export const RULES: readonly Rule[] = [
  incompleteCitation,
  noPrimarySource,
  differsFromOrigin,
  notGraded,
  underReview,
  lowWithoutCaveat,
  superseded,
  disputedOrRetracted,
  pointsAsPerCent,
  shareAsCount,
  stockAsFlow,
  periodMissing,
  outdatedAsCurrent,
  boundDropped,
  denominatorMissing,
  allFormsAsSexual,
  reportsAsChildren,
  oneRootAsMany,
  notComparable,
  olderTerm,
  misread,
  deadLink,
  unverifiedRecord,
  ruleAndRecordDiffer,
  typedNumber,
  brokenToken,
];
