import { ChevronDown, ChevronRight, PanelLeftClose } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { layerGroups, layerText } from '../../state/layerNames';
import type { LayerId } from '../../state/view';
import { Popover } from '../controls/Popover';
import { Switch } from '../controls/Switch';

/** What the rail shows of one layer. */
export interface LayerEntry {
  on: boolean;
  /** Right of the name: a count. */
  aside?: string;
  /** Legend and parameters; shown while the layer is open. */
  body: ReactNode;
}

interface Props {
  entries: Record<LayerId, LayerEntry>;
  open: LayerId | null;
  onOpen: (id: LayerId | null) => void;
  onSwitch: (id: LayerId, on: boolean) => void;
  onCollapse: () => void;
  /** Layers that are on, lowest drawn first. */
  order: readonly LayerId[];
  /** Moves a layer so many steps towards the eye. */
  onRaise: (id: LayerId, by: number) => void;
  /** Data version and run, said at the foot. */
  data: { words: string; title: string };
  run: { words: string; title: string } | null;
}

/** Layers alone are dragged, nothing from elsewhere. */
const dragType = 'application/x-geocrime-layer';

export function LayerRail({ entries, open, onOpen, onSwitch, onCollapse, order, onRaise, data, run }: Props) {
  const opened = useRef<HTMLDivElement>(null);
  useEffect(() => (opened.current ? keepInSight(opened.current) : undefined), [open]);
  const onTo = (dragged: LayerId, target: LayerId) => onRaise(dragged, order.indexOf(target) - order.indexOf(dragged));
  return (
    <>
      <div className="card-head">
        <h2 className="strong">Layers</h2>
        <span className="spring" />
        <button type="button" className="icon-button" aria-label="Hide layers" title="Hide layers ([)" onClick={onCollapse}>
          <PanelLeftClose size={16} strokeWidth={1.75} aria-hidden />
        </button>
      </div>
      <div className="card-body">
        {order.length > 1 && <p className="layer-order micro third" aria-live="polite">Drawn from the top: {order.toReversed().map((id) => layerText[id].name).join(', ')}</p>}
        {layerGroups.map((group) => (
          <section key={group.title} aria-label={group.title}>
            <h3 className="layer-group">{group.title}</h3>
            {group.layers.map((id) => {
              const { on, aside, body } = entries[id];
              const { name } = layerText[id];
              const isOpen = open === id;
              const Chevron = isOpen ? ChevronDown : ChevronRight;
              return (
                <div key={id} ref={isOpen ? opened : undefined} className={isOpen ? 'layer open' : 'layer'}>
                  <div className={on ? 'layer-row on' : 'layer-row'}>
                    <Switch label={name} on={on} onChange={(next) => onSwitch(id, next)} />
                    <button
                      type="button" className="layer-name" aria-expanded={isOpen} onClick={() => onOpen(isOpen ? null : id)}
                      title={on ? 'Drag onto another layer, or Alt ↑ ↓, to change which is drawn above' : undefined}
                      draggable={on} onDragStart={(e) => e.dataTransfer.setData(dragType, id)}
                      onDragOver={(e) => { if (on && e.dataTransfer.types.includes(dragType)) e.preventDefault(); }}
                      onDrop={(e) => { e.preventDefault(); onTo(e.dataTransfer.getData(dragType) as LayerId, id); }}
                      onKeyDown={(e) => {
                        const by = e.altKey ? { ArrowUp: 1, ArrowDown: -1 }[e.key] : undefined;
                        if (by === undefined) return;
                        e.preventDefault();
                        onRaise(id, by);
                      }}
                    >
                      <span>{name}</span>
                      <span className="aside">{on && aside}</span>
                      <Chevron size={14} strokeWidth={1.75} aria-hidden />
                    </button>
                  </div>
                  {isOpen && (
                    <div className="layer-body">
                      <div className="small second">
                        {layerText[id].sentence}{' '}
                        <Definition id={id} />
                      </div>
                      {body}
                    </div>
                  )}
                </div>
              );
            })}
          </section>
        ))}
      </div>
      <div className="card-foot">
        <span title={data.title}>{data.words}</span>
        <span className="spring" />
        {run && <span title={run.title}>{run.words}</span>}
      </div>
    </>
  );
}

/** Keeps what was opened in sight while its legend arrives, until the hand moves the list. Returns what ends it. */
function keepInSight(layer: HTMLElement): () => void {
  const list = layer.closest('.card-body')!;
  const watch = new ResizeObserver(() => layer.scrollIntoView({ block: 'nearest' }));
  const end = () => watch.disconnect();
  watch.observe(layer);
  for (const kind of ['wheel', 'pointerdown', 'keydown']) list.addEventListener(kind, end, { once: true, passive: true });
  return end;
}

function Definition({ id }: { id: LayerId }) {
  const { name, definition } = layerText[id];
  if (!definition) return null;
  return (
    <Popover label={`Definition of ${name.toLowerCase()}`} className="text-link" button="Definition" width={320}>
      {() => <p className="small" tabIndex={0}>{definition}</p>}
    </Popover>
  );
}
