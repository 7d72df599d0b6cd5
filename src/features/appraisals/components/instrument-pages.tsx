import type { Instrument, InstrumentItem } from '../../../domain/appraisal/instrument';
import type { Axis } from '../../../domain/appraisal/scales';
import { ANSWER, AXIS_NAME, levelWord } from '../../../domain/appraisal/words';
import { METHOD_KIND } from '../../../domain/words';
import { Fact, Facts } from '../../../ui/facts';

/** Every instrument with what it is for. */
export function InstrumentList({ instruments }: { instruments: readonly Instrument[] }) {
  return (
    <ul className="address-list">
      {instruments.map(({ id, version, title, items, ...instrument }) => (
        <li key={`${id} ${version}`}>
          <a href={`/method/instruments/${id}`}>{title}</a>
          <p>
            {purposeOf(instrument)} {items.length} questions.
          </p>
          <p className="meta">{instrument.based}</p>
        </li>
      ))}
    </ul>
  );
}

function purposeOf({
  subject,
  methodKinds,
  alternative,
}: Pick<Instrument, 'subject' | 'methodKinds' | 'alternative'>): string {
  if (subject === 'source') return 'For every source.';
  const kinds = methodKinds.map((kind) => METHOD_KIND[kind].label.toLowerCase()).join(', ');
  return `For claims whose figure comes from: ${kinds}.${alternative ? ' An alternative, where an editor prefers it.' : ''}`;
}

/** One instrument: its questions, which answers count how, where it comes from, and on what terms. */
export function InstrumentDetail({ instrument }: { instrument: Instrument }) {
  const { axis, reference } = instrument;
  return (
    <>
      <p className="lead">{instrument.about}</p>
      <Facts>
        <Fact label="For">{purposeOf(instrument)}</Fact>
        <Fact label="Judges">{AXIS_NAME[axis]}</Fact>
        <Fact label="Version">{instrument.version}</Fact>
        <Fact label="Based on">{instrument.based}</Fact>
        <Fact label="Reference">
          {reference.text}{' '}
          {reference.doi === null ? null : <a href={`https://doi.org/${reference.doi}`}>doi:{reference.doi}</a>}
          {reference.doi === null && reference.url !== null ? <a href={reference.url}>{reference.url}</a> : null}
        </Fact>
        <Fact label="Licence">{instrument.licence}</Fact>
      </Facts>
      <h2>Questions</h2>
      <p>
        Beside a question stands which answers speak against the figure or the work, and how far. The level that is
        proposed is the best that no answer speaks against; nothing is added up. The editor judges, and says why where
        the judgement differs.
      </p>
      <ol className="item-list">
        {instrument.items.map((item) => (
          <ItemLine key={item.number} item={item} axis={axis} />
        ))}
      </ol>
      {instrument.combinations.length === 0 ? null : <Combinations instrument={instrument} />}
    </>
  );
}

function ItemLine({ item, axis }: { item: InstrumentItem; axis: Axis }) {
  return (
    <li>
      <p>
        <span className="item-number">{item.number}</span> <span className="meta">{item.head}</span>
      </p>
      <p>
        <strong>{item.question}</strong>
      </p>
      <p className="meta">{item.help}</p>
      {item.departure === null ? null : <p className="meta">Adapted: {item.departure}</p>}
      <p className="meta">
        Answers: {item.answers.map((answer) => ANSWER[answer].toLowerCase()).join(', ')}, each with a note.
      </p>
      {item.signals.length === 0 ? null : (
        <ul className="reasons">
          {item.signals.map(({ when, cap, because }) => (
            <li key={when}>
              {ANSWER[when]}: {cap === null ? 'remarked' : `no better than ${levelWord(axis, cap).label}`}. {because}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Combinations({ instrument: { axis, combinations } }: { instrument: Instrument }) {
  return (
    <>
      <h2>Answers that count together</h2>
      <ul>
        {combinations.map(({ when, level, because }) => (
          <li key={because}>
            {when.map(({ item, answer }) => `${item} ${ANSWER[answer].toLowerCase()}`).join(', ')}:{' '}
            {levelWord(axis, level).label}. {because}
          </li>
        ))}
      </ul>
    </>
  );
}
