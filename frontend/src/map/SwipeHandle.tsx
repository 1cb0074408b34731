import { ChevronsLeftRight } from 'lucide-react';
import { useRef } from 'react';

interface Props {
  /** The free part of the map, px from its left. */
  left: number;
  right: number;
  /** Per cent of that part. */
  position: number;
  onMove: (position: number) => void;
}

const steps: Record<string, number> = { ArrowLeft: -2, ArrowRight: 2, PageDown: -10, PageUp: 10 };
const clamp = (p: number): number => Math.min(100, Math.max(0, p));

/** The line between two windows of time, moved by hand, finger or arrow keys. */
export function SwipeHandle({ left, right, position, onMove }: Props) {
  const line = useRef<HTMLDivElement>(null);
  const held = useRef(false);
  const width = Math.max(1, right - left);
  const move = (e: React.PointerEvent) => {
    if (!held.current) return;
    const frame = line.current!.parentElement!.getBoundingClientRect();
    onMove(clamp((100 * (e.clientX - frame.left - left)) / width));
  };
  return (
    <div ref={line} className="swipe-line" style={{ left: left + (width * position) / 100 }}>
      <div
        id="swipe" className="swipe-grip" role="slider" tabIndex={0} aria-label="Swipe between the two windows" aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(position)}
        aria-valuetext={`${Math.round(position)} % of the map shows the first window`} title="Drag, or ← → (S)"
        onPointerDown={(e) => { held.current = true; e.currentTarget.setPointerCapture(e.pointerId); }}
        onPointerMove={move} onPointerUp={() => { held.current = false; }} onPointerCancel={() => { held.current = false; }}
        onKeyDown={(e) => {
          const by = steps[e.key] ?? (e.key === 'Home' ? -100 : e.key === 'End' ? 100 : 0);
          if (by === 0) return;
          e.preventDefault();
          e.stopPropagation();
          onMove(clamp(position + (e.shiftKey ? 5 * by : by)));
        }}
      >
        <ChevronsLeftRight size={16} strokeWidth={2} aria-hidden />
      </div>
    </div>
  );
}
