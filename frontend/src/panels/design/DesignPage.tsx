import { useState } from 'react';
import { Info, TriangleAlert } from 'lucide-react';
import { NumberField } from '../controls/NumberField';
import { Segmented } from '../controls/Segmented';
import { Slider } from '../controls/Slider';
import { Switch } from '../controls/Switch';
import { Note } from '../states/Note';
import { scales } from './colours';

const type: readonly { className: string; name: string; use: string; sample: string }[] = [
  { className: 'figure', name: 'figure 28/32', use: 'one per block at most', sample: '4,143' },
  { className: 'title', name: 'title 18/24', use: 'page, area', sample: 'Five Points' },
  { className: 'lead', name: 'lead 15/22', use: 'the sentence that answers the page’s question', sample: 'Reports fell by 26 % in twelve weeks.' },
  { className: '', name: 'body 13/20', use: 'the default, tables', sample: 'Burglary, 12 more than a year before' },
  { className: 'small', name: 'small 12/16', use: 'legends, heads, captions', sample: 'Reported incidents per km², 12 weeks' },
  { className: 'micro', name: 'micro 11/16', use: 'ticks, foot lines; nothing smaller', sample: 'n = 17,673 with a position' },
];
const spaces = [1, 2, 3, 4, 5, 6, 8, 12];

/** The design system: what every part of the application is made of, in the theme that is on. */
export function DesignPage() {
  const [on, setOn] = useState(true);
  const [step, setStep] = useState('week');
  const [opacity, setOpacity] = useState(90);
  const [units, setUnits] = useState(40);
  return (
    <main className="main page" aria-label="Design">
      <div className="page-head"><div>
        <h1 className="title">Design</h1>
        <p className="lead second"><b>Ink is what was reported, cobalt is what we estimate</b>, colour on the map is the layer, and everything else is grey.</p>
      </div></div>
      <section className="page-block" aria-label="Colour">
        <h2>Colour</h2>
        <p className="caption">Tokens of styles/tokens.css; no component names a colour of its own</p>
        {scales.map((s) => (
          <div key={s.name} className="swatches">
            <div><h3>{s.name}</h3><p className="small second">{s.use}</p></div>
            <ul>{s.tokens.map((t) => <li key={t}><i style={{ background: `var(--${t})` }} /><code className="micro">{t}</code></li>)}</ul>
          </div>
        ))}
      </section>
      <div className="page-columns">
        <section className="page-block" aria-label="Type">
          <h2>Type</h2>
          <p className="caption">Inter, figures of one width</p>
          <table><tbody>{type.map((t) => <tr key={t.name}><td><span className={t.className}>{t.sample}</span></td><td className="nowrap medium">{t.name}</td><td className="second">{t.use}</td></tr>)}</tbody></table>
        </section>
        <section className="page-block" aria-label="Space">
          <h2>Space and shape</h2>
          <p className="caption">A grid of 4 px; radius 4 for cells, 6 for controls, 10 for cards</p>
          <ul className="spaces">{spaces.map((n) => <li key={n}><i style={{ width: `var(--s${n})` }} /><code className="micro">s{n}, {4 * n} px</code></li>)}</ul>
        </section>
      </div>
      <div className="page-columns">
        <section className="page-block" aria-label="Controls">
          <h2>Controls</h2>
          <p className="caption">32 px high, 40 px under a finger; the primary button is ink</p>
          <div className="row" style={{ flexWrap: 'wrap', gap: 12 }}>
            <button type="button" className="button primary">Import a file</button>
            <button type="button" className="button">Cancel</button>
            <Segmented label="Step" value={step} onChange={setStep} options={[{ value: 'day', label: 'Day' }, { value: 'week', label: 'Week' }, { value: 'month', label: 'Month' }]} />
            <Switch label="Layer" on={on} onChange={setOn} />
          </div>
          <Slider label="Opacity" value={opacity} min={0} max={100} step={1} format={(n) => `${n} %`} onInput={setOpacity} />
          <NumberField label="Units" value={units} min={1} max={2000} onChange={setUnits} />
        </section>
        <section className="page-block" aria-label="States">
          <h2>States</h2>
          <p className="caption">Said in the place they concern: what is so, what it means, what can be done</p>
          <Note icon={Info} title="No population for this area">Rates per resident are left out; counts and density remain.</Note>
          <Note icon={TriangleAlert} tone="warn" title="Newer data: 1,204 more incidents" actions={<button type="button" className="button">Show them</button>}>This view still shows the version before.</Note>
        </section>
      </div>
    </main>
  );
}
