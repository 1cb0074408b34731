import { Calendar, Check, ChevronDown, FileText } from 'lucide-react';
import type { ReactNode } from 'react';
import type { JurisdictionQuery } from '../../api/generated';
import type { LonLat } from '../../state/geodesy';
import { commands } from '../../state/commands';
import { offencesInWords } from '../../state/filter';
import { useMedia } from '../../state/useMedia';
import { lengthInWords, presets, windowInWords, type DataSpan, type TimeWindow } from '../../state/timeWindow';
import { useView } from '../../state/useView';
import { Popover } from '../controls/Popover';
import { PageLink } from '../PageLink';
import { CopyLink } from './CopyLink';
import { DatePicker } from './DatePicker';
import { OffencePicker } from './OffencePicker';
import { SavedViews } from './SavedViews';
import { SearchBox, type AreaChoice } from './SearchBox';

type Jurisdiction = NonNullable<JurisdictionQuery['jurisdiction']>;

interface Props {
  jurisdictions: readonly { code: string; name: string; synthetic: boolean }[];
  jurisdiction: Jurisdiction;
  categories: readonly string[];
  /** null where the page has no time window. */
  window: TimeWindow | null;
  /** null where the page filters nothing. */
  span: DataSpan | null;
  areas: readonly AreaChoice[];
  onJurisdiction: (code: string) => void;
  onCategories: (codes: string[]) => void;
  onWindow: (w: TimeWindow) => void;
  onArea: (code: string) => void;
  /** Where the page has a map: flies to a place. */
  onPlace?: (at: LonLat) => void;
  /** What else the page offers beside the dates, and at the bar's end. */
  compare?: ReactNode;
  exports?: ReactNode;
}

/** The filter, said in words; each part opens where it is changed. */
export function FilterBar(p: Props) {
  const { jurisdiction: j, window: w, span } = p;
  const view = useView();
  const phone = useMedia('(max-width: 720px)');
  return (
    <header className="filter-bar" aria-label="Filter">
      <div className="bar-line">
        <Popover label={`Jurisdiction: ${j.name}`} className="pick city" button={<>{j.name}<ChevronDown size={14} aria-hidden /></>} width={220}>
          {(close) => p.jurisdictions.map((o) => (
            <button key={o.code} type="button" className="menu-item" onClick={() => { p.onJurisdiction(o.code); close(); }}>
              <span className={o.code === j.code ? 'medium' : ''}>{o.name}</span>
              <span className="spring" />
              {o.synthetic && <span className="small third">made up</span>}
              {o.code === j.code && <Check size={14} aria-hidden />}
            </button>
          ))}
        </Popover>
        {j.synthetic && <span className="badge made-up">Made-up data</span>}
        <span className="spring only-phone" />
        <span className="only-phone"><SavedViews view={view} /></span>
        <span className="only-phone"><CopyLink /></span>
      </div>
      {span && <span className="rule no-phone" />}
      {span && (
        <div className="bar-line picks">
          <Popover
            label="Offences" className="pick" width={300}
            button={<>
              {p.categories.length === 0 ? 'All offences' : <><span className="key">Offences</span>{offencesInWords(p.categories, j.offenceCategories)}</>}
              {p.categories.length > 0 && <span className="number-pill">{p.categories.length} of {j.offenceCategories.length}</span>}
              <ChevronDown size={14} aria-hidden />
            </>}
          >
            {() => <OffencePicker all={j.offenceCategories} chosen={p.categories} onChange={p.onCategories} />}
          </Popover>
          {w && <Popover
            label="Dates" className="pick" width={300}
            button={<><Calendar size={14} aria-hidden />{windowInWords(w, !phone)} <span className="key">{lengthInWords(w)}</span><ChevronDown size={14} aria-hidden /></>}
          >
            {(close) => <DatePicker window={w} span={span} presets={presets(span)} onChange={(next) => { p.onWindow(next); close(); }} />}
          </Popover>}
          {p.compare}
          {phone && p.exports}
        </div>
      )}
      <span className="spring no-phone" />
      <SearchBox areas={p.areas} onSelect={p.onArea} onPlace={p.onPlace} commands={commands(view, j, p.jurisdictions)} />
      <span className="no-phone"><SavedViews view={view} /></span>
      <span className="no-phone"><CopyLink /></span>
      {!phone && p.exports}
      {view.page !== 'briefing' && <PageLink view={view} to={{ page: 'briefing' }} className="icon-button no-phone" label="Briefing" title="Briefing: one page to print"><FileText size={16} strokeWidth={1.75} aria-hidden /></PageLink>}
    </header>
  );
}
