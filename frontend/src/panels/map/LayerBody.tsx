import { ArrowDown, ArrowUp, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { absolute } from '../../api/client';
import { isBadInput, isNotComputed } from '../../api/errors';
import { share } from '../../state/figures';
import { layerText, raised } from '../../state/layerNames';
import { settingOf, type LayerId } from '../../state/view';
import { Slider } from '../controls/Slider';
import { Failed } from '../states/Failed';
import { Note } from '../states/Note';
import { filesOf } from './layerFiles';
import type { Inputs } from './layerInputs';
import { legendOf } from './legends';

/** What an open layer says: errors, legend, parameters, opacity, files. */
export function LayerBody({ id, inputs, children }: { id: LayerId; inputs: Inputs; children: ReactNode }) {
  const setting = settingOf(inputs.view, id);
  const computed = id === 'hotspots' && inputs.view.options.sure === 'settings' ? 'stability' : id;
  const result = computed === 'areas' || computed === 'incidents' ? null : inputs.layers[computed];
  if (!setting) return null;
  const setOpacity = (opacity: number) => inputs.adjust({ layers: inputs.view.layers.map((l) => (l.id === id ? { ...l, opacity } : l)) });
  return (
    <>
      {result?.error && isBadInput(result.error) && <p className="small second">{result.error.message}</p>}
      {result?.error && !isNotComputed(result.error) && !isBadInput(result.error) && <Failed what={layerText[id].name} error={result.error} retry={result.retry} />}
      {isNotComputed(result?.error) && <p className="small second">Not trained yet: open an area to start its forecast.</p>}
      {(id === 'density' || id === 'change') && inputs.pictureFailed && <Note icon={TriangleAlert} tone="bad" title="The picture did not arrive">Any change of the filter asks for it again.</Note>}
      <div className={(result?.stale && !(id === 'density' && inputs.framed)) || result?.error ? 'dim' : undefined}>{legendOf(id, inputs, false)}</div>
      {inputs.officerInitiated.length > 0 && id !== 'areas' && <p className="micro third">{inputs.officerInitiated.join(', ')}: depends on where officers look.</p>}
      <div>
        {children}
        <Slider label="Opacity" value={Math.round(100 * setting.opacity)} min={10} max={100} step={5} format={(v) => share(v / 100)} onInput={(v) => setOpacity(v / 100)} />
      </div>
      <Order id={id} inputs={inputs} />
      <Downloads files={filesOf(id, inputs.data)} />
    </>
  );
}

/** Where the layer lies among those that are drawn, and the way up and down for fingers. */
function Order({ id, inputs: { view, commit } }: { id: LayerId; inputs: Inputs }) {
  const [at, of] = [view.layers.findIndex((l) => l.id === id), view.layers.length];
  if (of < 2) return null;
  const move = (by: number) => commit({ layers: raised(view.layers, id, by) });
  return (
    <p className="row micro third" style={{ gap: 4 }}>
      Drawn {at === of - 1 ? 'on top' : at === 0 ? 'lowest' : `${of - at} of ${of} from the top`}<span className="spring" />
      <button type="button" className="icon-button tight" aria-label={`Raise ${layerText[id].name}`} title="Raise (Alt ↑)" disabled={at === of - 1} onClick={() => move(1)}><ArrowUp size={14} strokeWidth={1.75} aria-hidden /></button>
      <button type="button" className="icon-button tight" aria-label={`Lower ${layerText[id].name}`} title="Lower (Alt ↓)" disabled={at === 0} onClick={() => move(-1)}><ArrowDown size={14} strokeWidth={1.75} aria-hidden /></button>
    </p>
  );
}

function Downloads({ files }: { files: Readonly<Record<string, string>> }) {
  const entries = Object.entries(files);
  if (entries.length === 0) return null;
  return (
    <p className="row micro third" style={{ gap: 8 }}>
      Download {entries.map(([format, url]) => <a key={format} className="text-link" href={absolute(url)} download>{format}</a>)}
    </p>
  );
}
