import 'server-only';
import type { CitationRecord } from '../../domain/citation';
import type { ClaimRecord } from '../../domain/claim';
import type { SourceRecord } from '../../domain/source';
import type { Verification } from '../../domain/verification';
import { enumValue } from '../../db/prisma';

// A record's own columns, the same whoever writes it: the bundle, an editor, an import.

export function verificationColumns(verification: Verification) {
  return {
    verificationLevel: enumValue(verification.level),
    verificationConfidence: verification.confidence,
    verificationHow: verification.how,
  };
}

export function sourceColumns({ id: _id, appraisal: _appraisal, verification, ...record }: SourceRecord) {
  return { ...record, ...verificationColumns(verification) };
}

export function claimColumns(record: ClaimRecord) {
  const { figure, population, period } = record;
  return {
    key: record.key,
    statement: record.statement,
    figureKind: enumValue(figure.kind),
    figureValue: figure.value,
    figureLow: figure.low,
    figureHigh: figure.high,
    figureInterval: figure.interval === null ? null : enumValue(figure.interval),
    figureUnit: figure.unit,
    figureBound: enumValue(figure.bound),
    figureDirection: figure.direction === null ? null : enumValue(figure.direction),
    figureAsPrinted: figure.asPrinted,
    figureOf: figure.of,
    populationGroup: population.group,
    populationDescription: population.description,
    populationAgeMin: population.ageMin,
    populationAgeMax: population.ageMax,
    geographyCode: record.geography,
    geographyNote: record.geographyNote,
    periodStart: period.start,
    periodEnd: period.end,
    periodMeasure: period.measure,
    periodLabel: period.label,
    definition: record.definition,
    doesNotMeasure: record.doesNotMeasure,
    seriesKey: record.series,
    standing: record.standing,
    standingReason: record.standingReason,
    ...verificationColumns(record.verification),
  };
}

export function citationColumns(record: CitationRecord) {
  const { key, locator, figureAsPrinted, role, originState, searchLog, note, quote, verification } = record;
  return {
    key,
    locator,
    figureAsPrinted,
    role,
    originState,
    searchLog,
    note,
    quoteExact: quote?.exact ?? null,
    quotePrefix: quote?.prefix ?? null,
    quoteSuffix: quote?.suffix ?? null,
    ...verificationColumns(verification),
  };
}
