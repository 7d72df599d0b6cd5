import { TableScroll } from '../../../ui/table-scroll';
import type { RuleDto } from '../schema';
import { SeverityMark } from './severity-mark';

/** Every rule with the page that explains it. */
export function RuleTable({ rules }: { rules: readonly RuleDto[] }) {
  return (
    <TableScroll label="Checks">
      <table>
        <thead>
          <tr>
            <th scope="col">Id</th>
            <th scope="col">Check</th>
            <th scope="col">As a rule</th>
          </tr>
        </thead>
        <tbody>
          {rules.map(({ id, slug, title, severity }) => (
            <tr key={id}>
              <td>
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
        </tbody>
      </table>
    </TableScroll>
  );
}
