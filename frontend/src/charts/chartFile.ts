import { writeCsv } from '../state/csv';
import { dayInWords, toDay } from '../state/days';
import { count } from '../state/figures';
import type { ChartSource } from './chartSource';

/** The figures behind a chart. */
export interface ChartTable { columns: readonly string[]; rows: readonly (readonly (string | number | null)[])[] }

/** What stands on a picture beside the drawing. */
export interface ChartAbout {
  title: string;
  /** "reported incidents a month" */
  unit: string;
  /** The window in words. */
  period: string;
  /** How many things the chart counts: "253,123 reports"; null where it counts none. */
  n: string | null;
}

/** A drawing as SVG elements, CSS pixels. */
export interface Drawing { body: string; width: number; height: number; ground: string; ink: string; quiet: string }

export const csvOf = (table: ChartTable): string => writeCsv([table.columns, ...table.rows]);

/** "Foundry by month" of Port Meridian → "sample-foundry-by-month". */
export const fileName = (source: ChartSource, title: string): string =>
  `${source.code}-${title.toLowerCase().normalize('NFD').replaceAll(/\p{Diacritic}/gu, '').replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '')}`;

/** The lines under a drawing: whose figures, how many, from which data, made when. @param today ISO date. */
export function footLines(about: ChartAbout, source: ChartSource, today: string): string[] {
  const place = `${source.place}${source.synthetic ? ' (made-up data)' : ''}`;
  const offences = source.offences === 'All' ? 'all offences' : source.offences;
  return [
    [place, offences, about.n && `n = ${about.n}`].filter(Boolean).join('; '),
    `Reported incidents. Data version ${source.dataVersion}; made ${dayInWords(toDay(today))} with GeoCrime.`,
  ];
}

const pad = 16;
export const face = '"Inter Variable", Inter, system-ui, "Segoe UI", Roboto, sans-serif';

/**
 * A picture that can stand alone: title, unit and window above the drawing; filter, n, data version and date below it.
 * @param style CSS put into the picture, such as its font; empty for none.
 */
export function svgOf(about: ChartAbout, source: ChartSource, drawing: Drawing, today: string, style = ''): string {
  const width = Math.ceil(drawing.width) + 2 * pad;
  const inner = width - 2 * pad;
  const lines: string[] = [];
  let y = pad;
  const write = (text: string, size: number, weight: number, fill: string) => {
    // Half an em a letter, a little more for bold, is wide enough for Inter.
    for (const line of wrapped(text, Math.floor(inner / (size * (weight > 500 ? 0.58 : 0.54))))) {
      y += size + 4;
      lines.push(`<text x="${pad}" y="${y - 4}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escaped(line)}</text>`);
    }
  };
  write(about.title, 15, 640, drawing.ink);
  write([about.unit, about.period].filter(Boolean).join(', '), 12, 420, drawing.quiet);
  y += 8;
  lines.push(`<svg x="${pad}" y="${y}" width="${inner}" height="${Math.ceil(drawing.height)}" overflow="visible">${drawing.body}</svg>`);
  y += Math.ceil(drawing.height) + 8;
  for (const line of footLines(about, source, today)) write(line, 11, 420, drawing.quiet);
  const height = y + pad;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escaped(face)}">`
    + `<title>${escaped(about.title)}</title>${style && `<style>${style}</style>`}<rect width="${width}" height="${height}" fill="${drawing.ground}"/>${lines.join('')}</svg>`;
}

/** Words in lines of at most so many characters. */
function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

export const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** "6,123 reports" of a total. */
export const reports = (n: number): string => `${count(n)} reports`;
