import { escaped, type Drawing } from './chartFile';

/** What an SVG element looks like through its classes and tokens, with the value that need not be written. */
const looks: readonly [property: string, usual: string][] = [
  ['stroke-width', '1px'], ['stroke-dasharray', 'none'], ['stroke-linejoin', 'miter'], ['stroke-linecap', 'butt'], ['paint-order', 'normal'],
  ['opacity', '1'], ['text-anchor', 'start'], ['font-size', ''], ['font-weight', ''],
];

/** What the pointer alone needs. */
const left = '.hit, [data-screen-only], .unseen';

/**
 * What an element shows, as SVG: its SVG drawings with the colours that their classes give them, its words and its
 * filled boxes, each where it stands.
 */
export function readDrawing(root: HTMLElement): Drawing {
  const box = root.getBoundingClientRect();
  const parts: string[] = [];
  visit(root);
  const page = getComputedStyle(document.documentElement);
  const token = (name: string) => page.getPropertyValue(`--${name}`).trim();
  return { body: parts.join(''), width: box.width, height: box.height, ground: token('surface'), ink: token('ink'), quiet: token('ink-2') };

  function visit(element: Element): void {
    if (element.matches(left) || !element.checkVisibility()) return;
    const at = element.getBoundingClientRect();
    if (element instanceof SVGSVGElement) {
      parts.push(`<svg x="${px(at.left - box.left)}" y="${px(at.top - box.top)}" width="${px(at.width)}" height="${px(at.height)}"${viewBox(element)}>${inside(element)}</svg>`);
      return;
    }
    const look = getComputedStyle(element);
    const [fill, opacity] = colour(look.backgroundColor);
    if (opacity > 0 && element !== root)
      parts.push(`<rect x="${px(at.left - box.left)}" y="${px(at.top - box.top)}" width="${px(at.width)}" height="${px(at.height)}" rx="${parseFloat(look.borderTopLeftRadius) || 0}" fill="${fill}" fill-opacity="${opacity}"/>`);
    for (const child of element.childNodes) {
      if (child instanceof Text) write(child, look);
      else if (child instanceof Element) visit(child);
    }
  }

  function write(text: Text, look: CSSStyleDeclaration): void {
    const [fill] = colour(look.color);
    const size = parseFloat(look.fontSize);
    for (const { words, at } of lines(text))
      parts.push(`<text x="${px(at.left - box.left)}" y="${px(at.top - box.top + at.height / 2 + 0.36 * size)}" font-size="${size}" font-weight="${look.fontWeight}" fill="${fill}">${escaped(words)}</text>`);
  }
}

/** The lines that a text was broken into, each with its place. */
function lines(text: Text): { words: string; at: DOMRect }[] {
  const found: { words: string; at: DOMRect }[] = [];
  const range = document.createRange();
  for (const { index, 0: word } of text.data.matchAll(/\S+/g)) {
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    const at = range.getBoundingClientRect();
    const last = found.at(-1);
    if (last && Math.abs(last.at.top - at.top) < 2) last.words += ` ${word}`;
    else if (at.width > 0) found.push({ words: word, at });
  }
  return found;
}

const px = (n: number): string => String(+n.toFixed(1));

function viewBox(svg: SVGSVGElement): string {
  const names = ['viewBox', 'preserveAspectRatio'] as const;
  return names.map((n) => (svg.getAttribute(n) ? ` ${n}="${svg.getAttribute(n)}"` : '')).join('');
}

/** The elements of an SVG with their looks written out, so that they need no style sheet. */
function inside(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const [from, to] = [svg.querySelectorAll('*'), copy.querySelectorAll('*')];
  from.forEach((element, i) => settle(element, to[i]!));
  copy.querySelectorAll(left).forEach((e) => e.remove());
  const writer = new XMLSerializer();
  return Array.from(copy.children, (child) => writer.serializeToString(child)).join('');
}

function settle(element: Element, copy: Element): void {
  for (const name of ['class', 'style', 'tabindex', 'role', 'data-tip']) copy.removeAttribute(name);
  // Groups hand nothing down: each shape has its own look written out.
  if (!(element instanceof SVGGeometryElement || element instanceof SVGTextContentElement)) return;
  const look = getComputedStyle(element);
  for (const paint of ['fill', 'stroke']) {
    const [value, opacity] = colour(look.getPropertyValue(paint));
    copy.setAttribute(paint, value);
    const whole = opacity * Number(look.getPropertyValue(`${paint}-opacity`) || 1);
    if (whole < 1) copy.setAttribute(`${paint}-opacity`, String(+whole.toFixed(3)));
  }
  for (const [property, usual] of looks) {
    const value = look.getPropertyValue(property);
    if (value !== '' && value !== usual) copy.setAttribute(property, value);
  }
}

/** "rgba(1, 2, 3, 0.5)" → ["rgb(1,2,3)", 0.5]: drawing programs read no alpha in a colour. */
function colour(css: string): [string, number] {
  const m = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(css);
  return m ? [`rgb(${m[1]},${m[2]},${m[3]})`, m[4] === undefined ? 1 : Number(m[4])] : [css.replaceAll('"', ''), 1];
}
