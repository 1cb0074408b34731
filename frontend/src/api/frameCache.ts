import { picture } from './useImage';

/** Requests at a time: the server computes on few cores, and the map has requests of its own. */
const abreast = 3;
/** Pictures kept, about 1 MB each. */
const limit = 120;

/** Decoded pictures by address, fetched in the order in which they will be shown. */
export class FrameCache {
  private readonly pictures = new Map<string, ImageBitmap | null>();
  private readonly flights = new Map<string, AbortController>();
  private queue: string[] = [];

  constructor(private readonly load: (address: string, signal: AbortSignal) => Promise<ImageBitmap> = picture) {}

  /** The picture, or null while it has not arrived; one that failed is null for good. */
  get = (address: string): ImageBitmap | null => this.pictures.get(address) ?? null;

  /**
   * Whether an address has arrived (or failed, which must not stop the show).
   * @param ahead what will be shown after it, soonest first; whatever is neither shown nor ahead is no longer fetched.
   */
  has(address: string, ahead: readonly string[]): boolean {
    const wanted = [address, ...ahead].filter((a, i, all) => all.indexOf(a) === i);
    for (const [each, flight] of this.flights) if (!wanted.includes(each)) flight.abort();
    this.queue = wanted.filter((a) => !this.pictures.has(a) && !this.flights.has(a));
    this.take();
    return this.pictures.has(address);
  }

  clear(): void {
    this.queue = [];
    for (const flight of this.flights.values()) flight.abort();
    this.pictures.clear();
  }

  private take(): void {
    while (this.flights.size < abreast && this.queue.length > 0) {
      const address = this.queue.shift()!;
      const abort = new AbortController();
      this.flights.set(address, abort);
      void this.load(address, abort.signal)
        .then((image) => this.keep(address, image), () => { if (!abort.signal.aborted) this.keep(address, null); })
        .finally(() => {
          this.flights.delete(address);
          this.take();
        });
    }
  }

  private keep(address: string, image: ImageBitmap | null): void {
    this.pictures.set(address, image);
    const oldest = this.pictures.keys().next().value;
    if (this.pictures.size > limit && oldest !== undefined) this.pictures.delete(oldest);
  }
}
