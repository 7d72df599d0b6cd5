import { DataTable } from '../../../ui/data-table';
import type { RuleDto } from '../schema';
import { SeverityMark } from './severity-mark';

/** Every rule with the page that explains it. */
export function RuleTable({ rules }: { rules: readonly RuleDto[] }) {
  return (
    <DataTable label="Checks" heads={['Id', 'Check', 'As a rule']}>
      {rules.map(({ id, slug, title, severity }) => (
        <tr key={id}>
          <td className="rule-id">
            <code>{id}</code>
          </td>
          <th scope="row">
            <a href={`/docs/checks/${slug}`}>{title}</a>
          </th>
          <td>
            <SeverityMark severity={severity} />
          </td>
        </tr>
      ))}
    </DataTable>
  );
}
