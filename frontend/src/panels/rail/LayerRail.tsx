import { ChevronDown, ChevronRight, Database, PanelLeftClose } from 'lucide-react';
import type { ReactNode } from 'react';
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
  /** Data version and run, said at the foot. */
  data: { words: string; title: string };
  run: { words: string; title: string } | null;
}

export function LayerRail({ entries, open, onOpen, onSwitch, onCollapse, data, run }: Props) {
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
        {layerGroups.map((group) => (
          <section key={group.title} aria-label={group.title}>
            <h3 className="layer-group">{group.title}</h3>
            {group.layers.map((id) => {
              const { on, aside, body } = entries[id];
              const { name } = layerText[id];
              const isOpen = open === id;
              const Chevron = isOpen ? ChevronDown : ChevronRight;
              return (
                <div key={id} className={isOpen ? 'layer open' : 'layer'}>
                  <div className={on ? 'layer-row on' : 'layer-row'}>
                    <Switch label={name} on={on} onChange={(next) => onSwitch(id, next)} />
                    <button type="button" className="layer-name" aria-expanded={isOpen} onClick={() => onOpen(isOpen ? null : id)}>
                      <span>{name}</span>
                      <span className="aside">{on && aside}</span>
                      <Chevron size={14} strokeWidth={1.75} aria-hidden />
                    </button>
                  </div>
                  {isOpen && (
                    <div className="layer-body">
                      <p className="small second">
                        {layerText[id].sentence}{' '}
                        <Definition id={id} />
                      </p>
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
        <Database size={16} strokeWidth={1.75} aria-hidden />
        <span title={data.title}>{data.words}</span>
        <span className="spring" />
        {run && <span title={run.title}>{run.words}</span>}
      </div>
    </>
  );
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
