import { dayInWords, toDay } from '../../state/days';
import type { Options } from '../../state/options';
import { parameterRange, type Parameters } from '../../state/parameters';
import { Slider } from '../controls/Slider';
import type { Inputs } from './layerInputs';

interface SliderProps { name: keyof Parameters; label: string; inputs: Inputs; /** What the server chose where nothing is set. */ computed?: number; format: (n: number) => string }

/** One number that a layer is computed with. */
export function ParameterSlider({ name, label, inputs, computed, format }: SliderProps) {
  const value = inputs.view.parameters[name] ?? computed;
  if (value === undefined) return null;
  const set = (v: number) => inputs.adjust({ parameters: { ...inputs.view.parameters, [name]: v } });
  return <Slider label={label} value={value} {...parameterRange[name]} format={format} onInput={set} />;
}

interface PickerProps<Name extends keyof Options> { name: Name; label: string; inputs: Inputs; words: Record<Options[Name], string> }

/** One choice among few of how a layer is computed. */
export function OptionPicker<Name extends keyof Options>({ name, label, inputs, words }: PickerProps<Name>) {
  const { options } = inputs.view;
  return (
    <label className="parameter">
      <span className="key">{label}</span>
      <select value={options[name]} onChange={(e) => inputs.commit({ options: { ...options, [name]: e.target.value } })}>
        {(Object.entries(words) as [string, string][]).map(([value, text]) => <option key={value} value={value}>{text}</option>)}
      </select>
    </label>
  );
}

/** What the change layer compares with; any start date is chosen in the filter bar. */
export const AgainstPicker = ({ inputs: { view, commit } }: { inputs: Inputs }) => (
  <label className="parameter">
    <span className="key">Against</span>
    <select value={view.vs} onChange={(e) => commit({ vs: e.target.value })}>
      <option value="year">same window last year</option>
      <option value="before">window before</option>
      {view.vs !== 'year' && view.vs !== 'before' && <option value={view.vs}>as long from {dayInWords(toDay(view.vs))}</option>}
    </select>
  </label>
);
