/** A shift belongs to the day on which it starts. */
export interface ShiftTimes { name: string; startHour: number; hours: number }
/** A lasting shift of one offence or area, or of all. */
export interface ScenarioChange { percent: number; category: string | null; area: string | null }
export interface ScenarioEvent { name: string; from: string; days: number; percent: number; area: string | null }

/** What the staffing page adds to the address. */
export interface StaffingView {
  /** Posts filled in each shift; null = as many as the busiest shift needs. */
  units: number | null;
  /** ISO date of the first day; null = the first Monday after the data. */
  start: string | null;
  days: number;
  /** Mean wait to keep, minutes. */
  target: number;
  /** Service time per incident, minutes. */
  service: number;
  percentile: number;
  relief: number;
  calls: number;
  shifts: ShiftTimes[];
  /** What a record that officers started counts, 0–1. */
  officerWeight: number;
  /** The selected column: 7 weekdays by shifts, from Monday's first; null = the shortest. */
  column: number | null;
  /** Today's plan as `planText` writes it. */
  plan: string | null;
  changes: ScenarioChange[];
  events: ScenarioEvent[];
}

export const defaultShifts: readonly ShiftTimes[] = [
  { name: 'Day', startHour: 7, hours: 8 }, { name: 'Evening', startHour: 15, hours: 8 }, { name: 'Night', startHour: 23, hours: 8 },
];
export const mostShifts = 6;
export const defaultStaffing: StaffingView = {
  units: null, start: null, days: 28, target: 10, service: 45, percentile: 80, relief: 1, calls: 1,
  shifts: [...defaultShifts], officerWeight: 1, column: null, plan: null, changes: [], events: [],
};

/** Ranges as the server has them. */
export const staffingRange = {
  units: { min: 1, max: 5000 }, days: { min: 1, max: 180 }, target: { min: 1, max: 120 }, service: { min: 1, max: 1440 },
  relief: { min: 1, max: 20 }, calls: { min: 0.01, max: 100 }, officerWeight: { min: 0, max: 1 }, percentile: { min: 1, max: 99 },
} as const;

const names = { units: 'units', days: 'days', target: 'wait', service: 'service', relief: 'relief', calls: 'calls', officerWeight: 'officers', percentile: 'pct' } as const;
type Numeric = keyof typeof names;
const isDate = (text: string | null | undefined): text is string => /^\d{4}-\d\d-\d\d$/.test(text ?? '') && !Number.isNaN(Date.parse(text!));

export function parseStaffing(q: URLSearchParams): StaffingView {
  const found: StaffingView = { ...defaultStaffing };
  for (const name of Object.keys(names) as Numeric[]) {
    const text = q.get(names[name]);
    const value = text === null || text.trim() === '' ? NaN : Number(text);
    const { min, max } = staffingRange[name];
    const whole = name !== 'units' && name !== 'days' ? true : Number.isInteger(value);
    if (whole && value >= min && value <= max) found[name] = value;
  }
  const start = q.get('start');
  if (isDate(start)) found.start = start;
  const shifts = list(q.get('shifts')).flatMap(shiftOf);
  if (shifts.length > 0 && shifts.length <= mostShifts) found.shifts = shifts;
  const column = Number(q.get('column') ?? NaN);
  if (Number.isInteger(column) && column >= 0 && column < 7 * found.shifts.length) found.column = column;
  found.plan = q.get('plan');
  found.changes = list(q.get('change')).flatMap(changeOf);
  found.events = list(q.get('event')).flatMap(eventOf);
  return found;
}

/** Name and text of each parameter that is not the default. */
export function formatStaffing(s: StaffingView): [string, string | null | false][] {
  const shifts = s.shifts.map((x) => `${plainName(x.name)}@${x.startHour}-${x.hours}`).join(',');
  const usual = defaultShifts.map((x) => `${x.name}@${x.startHour}-${x.hours}`).join(',');
  return [
    ...(Object.keys(names) as Numeric[]).map((n): [string, string | false] => [names[n], s[n] !== defaultStaffing[n] && String(s[n])]),
    ['start', s.start],
    ['shifts', shifts !== usual && shifts],
    ['column', s.column === null ? null : String(s.column)],
    ['plan', s.plan],
    ['change', s.changes.map((c) => [c.percent, c.category ?? '', c.area ?? ''].join(':')).join(',')],
    ['event', s.events.map((e) => [plainName(e.name), e.from, e.days, e.percent, e.area ?? ''].join(':')).join(',')],
  ];
}

/** A name without the characters that part the address. */
export const plainName = (name: string): string => name.replaceAll(/[,:@]/g, ' ').trim();

const list = (text: string | null): string[] => (text ?? '').split(',').filter((t) => t !== '');

function shiftOf(text: string): ShiftTimes[] {
  const m = /^(.+)@(\d+)-(\d+)$/.exec(text);
  if (!m) return [];
  const [startHour, hours] = [Number(m[2]), Number(m[3])];
  return startHour <= 23 && hours >= 1 && hours <= 24 ? [{ name: m[1]!, startHour, hours }] : [];
}

const percentOf = (text: string | undefined): number | null => {
  const p = text === undefined || text.trim() === '' ? NaN : Number(text);
  return p >= -100 && p <= 1000 ? p : null;
};

function changeOf(text: string): ScenarioChange[] {
  const [p, category, area] = text.split(':');
  const percent = percentOf(p);
  return percent === null ? [] : [{ percent, category: category || null, area: area || null }];
}

function eventOf(text: string): ScenarioEvent[] {
  const [name, from, d, p, area] = text.split(':');
  const [days, percent] = [Number(d), percentOf(p)];
  return name && isDate(from) && Number.isInteger(days) && days >= 1 && percent !== null ? [{ name, from, days, percent, area: area || null }] : [];
}
