import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';

interface Props {
  /** Names the popover; the button is named by what it shows. */
  label: string;
  className: string;
  button: ReactNode;
  width?: number;
  /** Rendered while open; `close` returns the focus to the button. */
  children: (close: () => void) => ReactNode;
}

/** A button that opens a panel under itself; Esc, a click elsewhere and leaving by Tab close it. */
export function Popover({ label, className, button, width, children }: Props) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ left: 0, top: 0 });

  const close = () => {
    setOpen(false);
    anchor.current?.focus();
  };

  useLayoutEffect(() => {
    if (!open || !anchor.current || !panel.current) return;
    // Above every card and bar, whichever of them the button lies in.
    panel.current.showPopover?.();
    const put = () => {
      if (!anchor.current || !panel.current) return;
      const a = anchor.current.getBoundingClientRect();
      const p = panel.current.getBoundingClientRect();
      const below = a.bottom + 6 + p.height <= innerHeight - 8;
      setPlace({
        left: Math.max(8, Math.min(a.left, innerWidth - p.width - 8)),
        top: below ? a.bottom + 6 : Math.max(8, a.top - 6 - p.height),
      });
    };
    put();
    panel.current.querySelector<HTMLElement>('input, button, [tabindex]')?.focus();
    // What arrives later makes it taller.
    const watch = new ResizeObserver(put);
    watch.observe(panel.current);
    return () => watch.disconnect();
  }, [open]);

  useEffect(() => {
    if (!open) return;
    const outside = (event: Event) => {
      const target = event.target as Node;
      if (!panel.current?.contains(target) && !anchor.current?.contains(target)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
    };
  }, [open]);

  return (
    <>
      <button ref={anchor} type="button" className={className} aria-haspopup="dialog" aria-expanded={open} title={label} onClick={() => setOpen(!open)}>
        {button}
      </button>
      {open && (
        <div
          ref={panel} popover="manual" role="dialog" aria-label={label} className="popover" style={{ ...place, width }}
          onKeyDown={(e) => {
            if (e.key !== 'Escape') return;
            e.stopPropagation();
            close();
          }}
        >
          {/* `close` reads the anchor when it is called, which is never during a render. */}
          {/* eslint-disable-next-line react-hooks/refs */}
          {children(close)}
        </div>
      )}
    </>
  );
}
