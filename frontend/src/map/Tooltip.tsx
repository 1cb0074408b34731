import type { ReactNode } from 'react';

/** A small card beside the pointer, kept inside the map. */
export function Tooltip({ x, y, width, height, children }: { x: number; y: number; width: number; height: number; children: ReactNode }) {
  const style = {
    ...(x > width - 280 ? { right: width - x + 14 } : { left: x + 14 }),
    ...(y > height - 120 ? { bottom: height - y + 14 } : { top: y + 14 }),
  };
  return <div className="tooltip" style={style}>{children}</div>;
}
