const thin = '\u202f';
const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/** "4,143" */
export const count = (n: number): string => whole.format(n).replace('-', '−');

/** One decimal under 10, none above; true minus. */
export const measure = (n: number): string =>
  (n < 0 ? '−' : '') + (Math.abs(n) < 9.95 ? Math.abs(n).toFixed(1) : whole.format(Math.abs(n)));

/** "−26 %", signed, with a thin no-break space. "no change" is "0 %". */
export function percentChange(now: number, before: number): string {
  if (before === 0) return '–';
  const p = 100 * (now / before - 1);
  const size = Math.abs(p) < 0.05 ? '0' : measure(Math.abs(p));
  return (size === '0' ? '' : p > 0 ? '+' : '−') + size + thin + '%';
}

/** A share 0–1 as "33 %". */
export const share = (s: number): string => `${Math.round(100 * s)}${thin}%`;

/** A level 0–100 as "80 %". */
export const level = (l: number): string => `${+l.toFixed(1)}${thin}%`;

/** "450 m", "1.5 km" */
export const metres = (m: number): string => (m < 1000 ? `${Math.round(m)} m` : `${+(m / 1000).toFixed(2)} km`);

export const squareKm = (a: number): string => `${measure(a)}\u00a0km²`;

/** "p = 0.03", "p < 0.001" */
export const pValue = (p: number): string => (p < 0.001 ? 'p < 0.001' : `p = ${p.toFixed(p < 0.01 ? 3 : 2)}`);

/** "81–87" */
export const range = (lower: number, upper: number): string => `${count(lower)}–${count(upper)}`;

/** "14:02", in the viewer's own clock. */
export const clock = (at: number): string =>
  new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });

export const plural = (n: number, one: string, many = `${one}s`): string => `${count(n)} ${n === 1 ? one : many}`;
