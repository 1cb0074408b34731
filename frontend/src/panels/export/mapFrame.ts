import { roundLength } from '../../map/ScaleBar';
import type { Palette } from '../../layers/palette';
import type { ExportLegend } from './exportLegends';

export interface Frame {
  title: string;
  subtitle: string;
  /** The map as a picture. */
  picture: { href: string; width: number; height: number };
  metresPerPixel: number;
  legends: readonly ExportLegend[];
  /** Data version, run, date, CRS, attribution: a line each. */
  foot: readonly string[];
  /** Words over the left and the right part, and where they meet, px; null for one picture. */
  split: { at: number; left: string; right: string } | null;
}

const pad = 20;
const column = 288;
const head = 62;
const line = 15;

/** Height of a legend, px. */
const heightOf = (l: ExportLegend, width: number): number =>
  22 + wrap(l.unit, width).length * line + (l.bar ? 34 : 0) + (l.classes ? Math.ceil(l.classes.length / perRow(l)) * 20 + 4 : 0) + l.notes.flatMap((n) => wrap(n, width)).length * line + 12;
/** Classes in a row: as many as their words leave room for. */
const perRow = (l: ExportLegend): number => Math.max(1, Math.floor(column / (24 + 6.2 * Math.max(...l.classes!.map((c) => c.words.length)))));

/**
 * The map on paper, as SVG: title, picture, north arrow, scale bar, legends, and what made it.
 * @param palette of the theme that the picture wears.
 */
export function mapFrame(f: Frame, palette: Palette): string {
  const width = Math.max(f.picture.width, 520) + 2 * pad;
  const columns = Math.max(1, Math.floor((width - 2 * pad + 24) / (column + 24)));
  const tops = Array.from({ length: columns }, () => head + f.picture.height + 24);
  const legends = f.legends.map((l) => {
    const at = tops.indexOf(Math.min(...tops));
    const svg = legend(l, pad + at * (column + 24), tops[at]!, palette);
    tops[at] = tops[at]! + heightOf(l, column);
    return svg;
  });
  const footAt = Math.max(...tops) + 4;
  const footLines = f.foot.flatMap((t) => wrap(t, width - 2 * pad, 5.9));
  const height = footAt + 10 + footLines.length * line + pad;
  const ink = palette('ink');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Inter, system-ui, 'Liberation Sans', Arial, sans-serif">`,
    `<title>${escape(f.title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${palette('surface')}"/>`,
    text(pad, 30, f.title, 18, ink, 'font-weight="640"'),
    text(pad, 50, f.subtitle, 12, palette('ink-2')),
    `<image href="${f.picture.href}" x="${pad}" y="${head}" width="${f.picture.width}" height="${f.picture.height}"/>`,
    `<rect x="${pad}" y="${head}" width="${f.picture.width}" height="${f.picture.height}" fill="none" stroke="${palette('hairline')}"/>`,
    ...(f.split ? [
      `<path d="M${pad + f.split.at} ${head}v${f.picture.height}" stroke="${ink}" stroke-width="2"/>`,
      label(pad + f.split.at - 10, head + 24, f.split.left, 'end', palette), label(pad + f.split.at + 10, head + 24, f.split.right, 'start', palette),
    ] : []),
    north(pad + f.picture.width - 28, head + 14, palette),
    scaleBar(pad + f.picture.width - 16, head + f.picture.height - 14, f.metresPerPixel, palette),
    ...legends,
    `<path d="M${pad} ${footAt - 8}H${width - pad}" stroke="${palette('hairline')}"/>`,
    ...footLines.map((t, i) => text(pad, footAt + 10 + i * line, t, 11, palette('ink-3'))),
    '</svg>',
  ].join('\n');
}

function legend(l: ExportLegend, x: number, top: number, palette: Palette): string {
  const parts = [text(x, top + 12, l.name, 12, palette('ink'), 'font-weight="640"')];
  let y = top + 30;
  const lines = (words: string, color: string) => {
    for (const t of wrap(words, column)) {
      parts.push(text(x, y, t, 11, color));
      y += line;
    }
  };
  lines(l.unit, palette('ink-2'));
  if (l.bar) {
    const id = `ramp-${x}-${top}`;
    const stops = l.bar.tokens.map((t, i, all) => `<stop offset="${(100 * i) / (all.length - 1)}%" stop-color="${palette(t)}"/>`).join('');
    parts.push(`<linearGradient id="${id}">${stops}</linearGradient><rect x="${x}" y="${y - 8}" width="${column - 16}" height="12" rx="3" fill="url(#${id})"/>`);
    for (const { at, words } of l.bar.ticks)
      parts.push(text(x + ((column - 16) * at) / 100, y + 17, words, 11, palette('ink-2'), `text-anchor="${at < 4 ? 'start' : at > 94 ? 'end' : 'middle'}"`));
    y += 34;
  }
  if (l.classes) {
    const room = perRow(l);
    l.classes.forEach((c, i) => {
      const [cx, cy] = [x + (i % room) * (column / room), y - 8 + Math.floor(i / room) * 20];
      parts.push(`<rect x="${cx}" y="${cy}" width="14" height="12" rx="2" fill="${palette(c.token)}" stroke="${palette('hairline')}"/>`, text(cx + 19, cy + 10, c.words, 11, palette('ink-2')));
    });
    y += Math.ceil(l.classes.length / room) * 20 + 4;
  }
  for (const n of l.notes) lines(n, palette('ink-3'));
  return parts.join('\n');
}

const north = (x: number, y: number, palette: Palette): string =>
  `<g><title>North is up</title><path d="M${x} ${y}l8 22l-8 -5l-8 5z" fill="${palette('ink')}" stroke="${palette('map-halo')}" stroke-width="1.5"/>${text(x, y + 35, 'N', 11, palette('map-label'), 'text-anchor="middle" font-weight="640"')}</g>`;

function scaleBar(right: number, bottom: number, metresPerPixel: number, palette: Palette): string {
  const metres = roundLength(metresPerPixel * 120);
  const length = metres / metresPerPixel;
  return `<g><path d="M${right - length} ${bottom - 5}v5h${length}v-5" fill="none" stroke="${palette('map-label')}" stroke-width="1.5"/>${text(right - length / 2, bottom - 7, metres >= 1000 ? `${metres / 1000} km` : `${metres} m`, 11, palette('map-label'), 'text-anchor="middle"')}</g>`;
}

const label = (x: number, y: number, words: string, anchor: 'start' | 'end', palette: Palette): string =>
  text(x, y, words, 12, palette('ink'), `text-anchor="${anchor}" font-weight="540" paint-order="stroke" stroke="${palette('surface')}" stroke-width="4"`);

const text = (x: number, y: number, words: string, size: number, color: string, more = ''): string =>
  `<text x="${x}" y="${y}" font-size="${size}" fill="${color}" ${more}>${escape(words)}</text>`;

const escape = (s: string): string => s.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Lines of at most so many px, a letter of 11 px taken as `letter` wide. */
function wrap(words: string, width: number, letter = 5.7): string[] {
  const most = Math.floor(width / letter);
  return words.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 1 <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
    return lines;
  }, []);
}
