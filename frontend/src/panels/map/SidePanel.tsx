import { Download, GitCompareArrows } from 'lucide-react';
import type { RiskQuery } from '../../api/generated';
import type { Result } from '../../api/useQuery';
import { baselineWindow } from '../../state/baseline';
import { metres, plural } from '../../state/figures';
import { squareKilometresOf } from '../../state/shape';
import type { DataSpan, TimeWindow } from '../../state/timeWindow';
import type { View } from '../../state/view';
import { AreaChooser } from '../area/AreaChooser';
import { areaCsv } from '../area/areaCsv';
import { AreaPanel, type AreaPanelProps } from '../area/AreaPanel';
import { areaScales } from '../area/areaScales';
import { CopyLink } from '../bar/CopyLink';
import { Popover } from '../controls/Popover';
import { download } from '../download';
import type { PageArea } from '../pageProps';
import { PlacePanel } from '../place/PlacePanel';
import { ShapeFields } from '../place/ShapeFields';
import type { MapModel } from './useMapModel';

interface Props {
  view: View;
  model: MapModel;
  areas: readonly PageArea[];
  kindName: string;
  window: TimeWindow;
  span: DataSpan;
  dataVersion: string;
  risk: Result<RiskQuery>;
  label: (offence: string) => string;
  phone: boolean;
  commit: (patch: Partial<View>) => void;
  adjust: (patch: Partial<View>) => void;
}

/** What stands at the map's right: a drawn shape, several areas, one area, or two side by side; null where nothing is selected. */
export function SidePanel({ view, model, areas, kindName, window: w, span, dataVersion, risk, label, phone, commit, adjust }: Props) {
  const selected = areas.find((a) => a.code === view.area);
  const className = phone ? 'card sheet' : 'card panel';
  const place = { window: w, vs: view.vs, span, figures: model.place, label };
  if (view.shape) {
    const { shape } = view;
    const title = shape.kind === 'circle' ? `Circle of ${metres(shape.metres)}` : `Polygon of ${shape.corners.length} corners`;
    return (
      <aside className={className} aria-label={title}>
        <PlacePanel {...place} title={title} about="Drawn on the map; whole reports inside it" squareKilometres={squareKilometresOf(shape)} onClose={() => commit({ shape: null })}>
          <ShapeFields shape={shape} onChange={(next) => adjust({ shape: next })} />
        </PlacePanel>
      </aside>
    );
  }
  if (!selected) return null;
  if (view.also.length > 0) {
    const chosen = areas.filter((a) => a.code === view.area || view.also.includes(a.code));
    const title = plural(chosen.length, 'area');
    return (
      <aside className={className} aria-label={title}>
        <PlacePanel {...place} title={title} about={chosen.map((a) => a.name).join(', ')} squareKilometres={chosen.reduce((sum, a) => sum + a.squareKilometres, 0)} onClose={() => commit({ area: null })}>
          <section className="block" aria-label="Members"><h3>Areas</h3>
            {chosen.map((a) => (
              <button key={a.code} type="button" className="menu-item" onClick={() => commit({ area: chosen.find((c) => c.code !== a.code)!.code, also: chosen.filter((c) => c.code !== a.code).slice(1).map((c) => c.code) })}>{a.name}<span className="spring" /><span className="small third">remove</span></button>
            ))}
          </section>
        </PlacePanel>
      </aside>
    );
  }
  const beside = areas.find((a) => a.code === view.beside);
  const scales = beside && areaScales([model.area, model.beside]);
  const panel = (area: PageArea, figures: MapModel['area']): Omit<AreaPanelProps, 'onClose'> => ({
    area, kindName, window: w, vs: view.vs, span, dataVersion, horizon: view.parameters.horizon, filtered: view.categories.length > 0, label, risk, figures, scales,
    model: view.model, onModel: (m) => commit({ model: m }),
    actions: <Actions {...{ area, areas, figures, risk, label, beside: view.beside }} window={w} other={baselineWindow(w, view.vs)} onBeside={(code) => commit({ beside: code })} />,
  });
  if (!beside) return <aside className={className} aria-label={selected.name}><AreaPanel {...panel(selected, model.area)} onClose={() => commit({ area: null })} /></aside>;
  return (
    <aside className={`${className} two`} aria-label={`${selected.name} and ${beside.name}`}>
      <section className="side" aria-label={selected.name}><AreaPanel {...panel(selected, model.area)} onClose={() => commit({ area: beside.code })} /></section>
      <section className="side" aria-label={beside.name}><AreaPanel {...panel(beside, model.beside)} onClose={() => commit({ beside: null })} /></section>
    </aside>
  );
}

interface ActionsProps {
  area: PageArea;
  areas: readonly PageArea[];
  figures: MapModel['area'];
  risk: Result<RiskQuery>;
  label: (offence: string) => string;
  window: TimeWindow;
  other: TimeWindow;
  beside: string | null;
  onBeside: (code: string) => void;
}

function Actions({ area, areas, figures, risk, label, window: w, other, beside, onBeside }: ActionsProps) {
  const ranks = new Map(risk.data?.jurisdiction?.riskScores.scores.map((s) => [s.area.code, s.rank]));
  const others = areas.filter((a) => a.code !== area.code).toSorted((a, b) => (ranks.get(a.code) ?? Infinity) - (ranks.get(b.code) ?? Infinity));
  return (
    <>
      {beside === null && (
        <Popover label="Compare with another area" className="icon-button" width={260} button={<GitCompareArrows size={16} strokeWidth={1.75} aria-hidden />}>
          {(close) => <AreaChooser areas={others} label={`Compare ${area.name} with`} onChoose={(code) => { onBeside(code); close(); }} />}
        </Popover>
      )}
      {beside === null && <CopyLink />}
      <button type="button" className="icon-button" aria-label={`Download the figures of ${area.name} (CSV)`} title="Download the figures (CSV)" onClick={() => download(`${area.code}.csv`, areaCsv({ area, risk: risk.data, figures, window: w, other, label }))}>
        <Download size={16} strokeWidth={1.75} aria-hidden />
      </button>
    </>
  );
}
