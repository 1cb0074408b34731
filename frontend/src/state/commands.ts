import { layerText, switched } from './layerNames';
import { pageText } from './pageText';
import { layerIds, settingOf, type Page, type View } from './view';

/** Something that can be done from the keyboard alone: a change of the view by name. */
export interface Command { name: string; kind: 'page' | 'layer' | 'offence' | 'city' | 'view'; change: Partial<View> }

interface City { code: string; name: string }
interface Offence { code: string; label: string }

/** All that can be chosen by name in this view: pages, layers, offences, cities. What is already so is left out. */
export function commands(view: View, city: City & { offenceCategories: readonly Offence[] }, cities: readonly City[]): Command[] {
  return [
    ...(Object.keys(pageText) as Page[]).filter((page) => page !== view.page).map((page): Command => ({ name: pageText[page].title, kind: 'page', change: { page } })),
    ...layerIds.map((id): Command => {
      const on = view.page === 'map' && settingOf(view, id) !== undefined;
      return { name: `${on ? 'Hide' : 'Show'} ${layerText[id].name.toLowerCase()}`, kind: 'layer', change: { page: 'map', layers: switched(view.layers, id, !on) } };
    }),
    ...(view.categories.length > 0 ? [{ name: 'All offences', kind: 'offence', change: { categories: [] } } satisfies Command] : []),
    ...city.offenceCategories.filter((o) => view.categories.join() !== o.code).map((o): Command => ({ name: `Only ${o.label.toLowerCase()}`, kind: 'offence', change: { categories: [o.code] } })),
    ...cities.filter((c) => c.code !== city.code).map((c): Command => ({
      name: c.name, kind: 'city', change: { jurisdiction: c.code, kind: null, area: null, categories: [], from: null, to: null, camera: null },
    })),
    { name: 'Light theme', kind: 'view', change: { theme: 'light' } },
    { name: 'Dark theme', kind: 'view', change: { theme: 'dark' } },
    { name: view.table ? 'Hide the table of areas' : 'Table of areas', kind: 'view', change: { page: 'map', table: !view.table } },
  ];
}

/** Choices whose name holds the text; names that begin with it, or with it at a word, come first. */
export function search<Choice extends { name: string }>(choices: readonly Choice[], text: string): Choice[] {
  const plain = (s: string) => s.toLowerCase().normalize('NFD').replaceAll(/\p{Diacritic}/gu, '');
  const wanted = plain(text.trim());
  if (wanted === '') return [];
  const place = (name: string) => (name.startsWith(wanted) ? 0 : name.includes(` ${wanted}`) ? 1 : name.includes(wanted) ? 2 : 3);
  return choices
    .map((choice) => ({ choice, order: place(plain(choice.name)) }))
    .filter((c) => c.order < 3)
    .sort((a, b) => a.order - b.order || a.choice.name.localeCompare(b.choice.name))
    .map((c) => c.choice);
}
