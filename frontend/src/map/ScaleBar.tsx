/** @param metresPerPixel at the map's centre. */
export function ScaleBar({ metresPerPixel }: { metresPerPixel: number }) {
  const metres = roundLength(metresPerPixel * 96);
  const width = metres / metresPerPixel;
  return (
    <svg width={width + 4} height={22} role="img" aria-label={`Scale: ${Math.round(width)} pixels are ${metres} metres`}>
      <path d={`M1 15v5h${width}v-5`} fill="none" stroke="var(--map-label)" strokeWidth={1.25} />
      <text x={width / 2 + 1} y={13} textAnchor="middle">{metres >= 1000 ? `${metres / 1000} km` : `${metres} m`}</text>
    </svg>
  );
}

/** The largest of 1, 2, 5 × 10ⁿ metres that is at most the given length. */
export function roundLength(atMost: number): number {
  const power = 10 ** Math.floor(Math.log10(atMost));
  return [5, 2, 1].map((m) => m * power).find((m) => m <= atMost) ?? power;
}
