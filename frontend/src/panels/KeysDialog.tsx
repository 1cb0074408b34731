import { useEffect, useRef } from 'react';

const keys: readonly [string, string][] = [
  ['Ctrl K, /', 'find an area, coordinates, a command'], ['Space', 'play, pause'],
  ['1 – 9', 'switch layer n'], ['← →', 'move the window by one step'],
  ['[', 'hide or show layers'], ['Shift ← →', 'move it by its width'],
  ['+ −, arrows', 'zoom and pan the map'], ['0', 'whole city'],
  ['C', 'compare two windows'], ['S, then ← →', 'move the line between them'],
  ['N, P', 'next, previous area'], ['Enter', 'select the area at the map’s centre'],
  ['D', 'draw a polygon'], ['M', 'measure a distance'],
  ['Shift Enter', 'add the area at the middle'], ['Alt ↑ ↓', 'raise or lower a layer'],
  ['T', 'table of the focused chart, else of areas'], ['F6', 'next region'],
  ['Esc', 'close, then deselect'], ['?', 'this list'],
];

export function KeysDialog({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby="keys-title" onClose={onClose} onClick={(e) => e.target === dialog.current && dialog.current.close()}>
      <div className="row"><h2 id="keys-title" className="title">Keys</h2><span className="spring" /><button type="button" className="button" onClick={() => dialog.current?.close()}>Close</button></div>
      <dl className="keys">{keys.map(([key, does]) => <div key={key} style={{ display: 'contents' }}><dt><kbd>{key}</kbd></dt><dd style={{ margin: 0 }}>{does}</dd></div>)}</dl>
    </dialog>
  );
}
