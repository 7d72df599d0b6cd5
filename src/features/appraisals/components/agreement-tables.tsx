import type { Agreement } from '../../../domain/appraisal/agreement';
import { AXIS_NAME } from '../../../domain/appraisal/words';
import { DataTable } from '../../../ui/data-table';
import type { InstrumentAgreement } from '../loaders';

/** Agreement per instrument and question; an instrument that no pair has used says so. */
export function AgreementTables({ list }: { list: readonly InstrumentAgreement[] }) {
  return list.map(({ instrument: { id, version, title }, axes, items }) => {
    const pairs = Math.max(0, ...axes.map(({ agreement }) => agreement.n));
    const heading = `agreement-${id}-${version}`;
    return (
      <section key={heading} aria-labelledby={heading} className="agreement-section">
        <h2 id={heading}>
          <a href={`/method/instruments/${id}`}>{title}</a>
        </h2>
        {pairs === 0 ? (
          <p className="meta">No pair of appraisals after version {version} exists yet.</p>
        ) : (
          <DataTable
            label={`Agreement: ${title}`}
            className="agreement"
            heads={['Judgement or question', 'Pairs', 'Same', 'Kappa', '95 % interval', 'Weights']}
          >
            {axes.map(({ axis, agreement }) => (
              <Row key={axis} name={`Judgement: ${AXIS_NAME[axis].toLowerCase()}`} agreement={agreement} />
            ))}
            {items.map(({ number, question, nominal, agreement }) => (
              <Row key={number} name={`${number} ${question}`} agreement={agreement} nominal={nominal} />
            ))}
          </DataTable>
        )}
      </section>
    );
  });
}

function Row({ name, agreement, nominal = false }: { name: string; agreement: Agreement; nominal?: boolean }) {
  const { n, raw, kappa, interval, weighting } = agreement;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{n}</td>
      <td>{raw === null ? '–' : `${Math.round(raw * 100)} %`}</td>
      <td>
        {kappa === null ? <span className="meta">{n < 10 ? 'under ten pairs' : 'no variation'}</span> : number(kappa)}
      </td>
      <td>{interval === null ? '–' : `${number(interval.low)} to ${number(interval.high)}`}</td>
      <td>{weighting === 'linear' ? 'linear' : nominal ? 'none: the answers have no order' : 'none: two answers'}</td>
    </tr>
  );
}

/** Two decimals, with a real minus sign. */
function number(value: number): string {
  return value.toFixed(2).replace('-', '−');
}
