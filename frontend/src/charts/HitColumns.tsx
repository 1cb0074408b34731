interface Props {
  /** Places of the points from left to right, px. */
  xs: readonly number[];
  left: number;
  right: number;
  top: number;
  base: number;
  /** What the point says. */
  tip: (i: number) => string;
}

/** Columns that answer the pointer: each point owns the ground half-way to its neighbours. */
export const HitColumns = ({ xs, left, right, top, base, tip }: Props) => (
  <g>
    {xs.map((x, i) => {
      const from = i === 0 ? left : (xs[i - 1]! + x) / 2;
      const to = i === xs.length - 1 ? right : (x + xs[i + 1]!) / 2;
      return <rect key={i} className="hit" x={from} y={top} width={Math.max(0, to - from)} height={base - top} data-tip={tip(i)} />;
    })}
  </g>
);
