/** Colours of one theme by token name ("map-land", "seq-1" …), read from tokens.css, so the map has no colour of its own. */
export type Palette = (token: string) => string;

/** Reads the tokens off a hidden element that wears the theme, whichever theme the page wears. */
export function readPalette(theme: 'light' | 'dark'): Palette {
  const probe = document.createElement('div');
  probe.dataset.theme = theme;
  probe.hidden = true;
  document.body.append(probe);
  const style = getComputedStyle(probe);
  const known = new Map<string, string>();
  return (token) => {
    const cached = known.get(token);
    if (cached !== undefined) return cached;
    const value = style.getPropertyValue(`--${token}`).trim();
    known.set(token, value);
    return value;
  };
}
