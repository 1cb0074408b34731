import { useLayoutEffect, useState, type RefObject } from 'react';
import type { Rect } from '../../map/hideCoveredLabels';

export interface Cards {
  /** Cards, tools and scale bar over the map, in its pixels. */
  cards: readonly Rect[];
  /** What the cards cover on each side of the map. */
  padding: Rect;
  size: { width: number; height: number };
}

const none: Cards = { cards: [], padding: { left: 0, top: 0, right: 0, bottom: 0 }, size: { width: 0, height: 0 } };

/** Measures the cards in the map's frame, again whenever `changes` change or anything is resized. */
export function useCards(frame: RefObject<HTMLElement | null>, changes: readonly unknown[]): Cards {
  const [cards, setCards] = useState<Cards>(none);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const measure = () => {
      const f = element.getBoundingClientRect();
      const rectsOf = (selector: string) => [...element.querySelectorAll(selector)].map((over) => {
        const r = over.getBoundingClientRect();
        return { left: r.left - f.left, top: r.top - f.top, right: r.right - f.left, bottom: r.bottom - f.top };
      });
      const covering = rectsOf('.card');
      const next = { cards: [...covering, ...rectsOf('.tools, .scale-bar')], padding: paddingOf(covering, f.width, f.height), size: { width: f.width, height: f.height } };
      setCards((last) => (JSON.stringify(last) === JSON.stringify(next) ? last : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    for (const card of element.querySelectorAll('.card')) observer.observe(card);
    return () => observer.disconnect();
    // The caller names what adds or removes cards.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, changes);
  return cards;
}

/** A card that spans the width pads the bottom; any other the side it is nearer to. */
export function paddingOf(cards: readonly Rect[], width: number, height: number): Rect {
  const padding = { left: 0, top: 0, right: 0, bottom: 0 };
  for (const c of cards)
    if (c.right - c.left > width * 0.8) padding.bottom = Math.max(padding.bottom, height - c.top);
    else if (c.left + c.right < width) padding.left = Math.max(padding.left, c.right);
    else padding.right = Math.max(padding.right, width - c.left);
  return padding;
}
