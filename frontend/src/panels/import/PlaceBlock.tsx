import type { ImportTrialQuery } from '../../api/generated';
import { columnOf, slug, type Preview, type Setup } from '../../state/importMapping';
import { DateBlock } from './DateBlock';

interface Props {
  preview: Preview;
  setup: Setup;
  known: readonly { code: string; name: string; timeZone: string }[];
  trial: ImportTrialQuery['importTrial'] | undefined;
  onChange: (patch: Partial<Setup>) => void;
}

const zones: readonly string[] = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : [];
const systems = [['EPSG:4326', 'longitude and latitude (WGS84)'], ['EPSG:3857', 'Web Mercator']] as const;

/** Whose rows these are, in which zone their clocks ran, and in which system their positions stand. */
export function PlaceBlock({ preview, setup: s, known, trial, onChange }: Props) {
  const choose = (code: string) => {
    const home = known.find((j) => j.code === code);
    onChange(home ? { jurisdiction: code, isNew: false, timeZone: home.timeZone } : { isNew: true, jurisdiction: slug(s.name) });
  };
  const guess = trial?.timeZone && s.isNew && trial.timeZone !== s.timeZone ? trial.timeZone : null;
  const hasColumns = s.profile === null && columnOf(s.uses, 'X') !== undefined;
  return (
    <section className="page-block place-block" aria-label="Time zone and positions">
      <h2>Time zone and positions</h2>
      <label className="field">Jurisdiction
        <select className="boxed" value={s.isNew ? '' : s.jurisdiction} onChange={(e) => choose(e.target.value)}>
          <option value="">A new one</option>
          {known.map((j) => <option key={j.code} value={j.code}>{j.name}</option>)}
        </select>
      </label>
      {s.isNew && (
        <div className="field-pair even">
          <label className="field">Name<input value={s.name} maxLength={80} onChange={(e) => onChange({ name: e.target.value, jurisdiction: slug(e.target.value) })} /></label>
          <label className="field">Code<input value={s.jurisdiction} maxLength={40} spellCheck={false} onChange={(e) => onChange({ jurisdiction: e.target.value })} /></label>
        </div>
      )}
      <label className="field">Time zone
        <input value={s.timeZone} list="time-zones" disabled={!s.isNew} spellCheck={false} onChange={(e) => onChange({ timeZone: e.target.value })} />
      </label>
      <datalist id="time-zones">{zones.map((z) => <option key={z} value={z} />)}</datalist>
      {!s.isNew && <p className="small third">The zone that {known.find((j) => j.code === s.jurisdiction)?.name ?? s.jurisdiction} counts in.</p>}
      {guess && <p className="small second">By the positions it may be <button type="button" className="text-link" onClick={() => onChange({ timeZone: guess })}>{guess}</button>.</p>}
      {hasColumns && <>
        <label className="field">CRS of the positions<input value={s.crs} list="systems" placeholder="EPSG:…" spellCheck={false} onChange={(e) => onChange({ crs: e.target.value })} /></label>
        <datalist id="systems">{systems.map(([code, label]) => <option key={code} value={code}>{label}</option>)}{trial?.analysisCrs && <option value={trial.analysisCrs}>UTM zone</option>}</datalist>
      </>}
      {preview.crs && <p className="small second">The file states its positions in {preview.crs}.</p>}
      {preview.dates && s.profile === null && <DateBlock dates={preview.dates} turned={s.turned} onTurned={(turned) => onChange({ turned })} />}
      {trial?.analysisCrs && s.isNew && <p className="small third">Distances will be computed in {trial.analysisCrs}, the UTM zone of these positions.</p>}
    </section>
  );
}
