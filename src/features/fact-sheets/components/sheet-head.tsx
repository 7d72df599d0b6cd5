import type { Sheet } from '../../../domain/fact-sheet/sheet';
import { ChoiceFields } from './sheet-settings';

/** Title, audience and how the sheet is printed. */
export function HeadFields({ sheet, onChange }: { sheet: Sheet; onChange: (part: Partial<Sheet>) => void }) {
  return (
    <div className="sheet-head">
      <label htmlFor="sheet-title">Title</label>
      <input
        id="sheet-title"
        className="field sheet-title"
        name="title"
        value={sheet.title}
        maxLength={300}
        autoComplete="off"
        dir="auto"
        onChange={({ target }) => onChange({ title: target.value })}
      />
      <label htmlFor="sheet-audience">For whom it is written</label>
      <input
        id="sheet-audience"
        className="field"
        name="audience"
        value={sheet.audience}
        maxLength={300}
        autoComplete="off"
        dir="auto"
        onChange={({ target }) => onChange({ audience: target.value })}
      />
      <div className="sheet-choices">
        <ChoiceFields language={sheet.language} style={sheet.style} paper={sheet.paper} onChange={onChange} />
        <label className="sheet-box">
          <input
            type="checkbox"
            name="hasQrCode"
            value="yes"
            checked={sheet.hasQrCode}
            onChange={({ target }) => onChange({ hasQrCode: target.checked })}
          />{' '}
          QR code for verifying
        </label>
      </div>
    </div>
  );
}
