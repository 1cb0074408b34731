/** The server could not be reached or did not answer with GraphQL. */
export class ServerDown extends Error {
  constructor(reason: string) {
    super(`The server does not answer: ${reason}`);
    this.name = 'ServerDown';
  }
}

interface WireError {
  message: string;
  path?: (string | number)[];
  extensions?: { code?: string; id?: string; start?: unknown; [name: string]: unknown };
}

/** The server answered, with an error; `code` is what a caller decides by. */
export class RequestFailed extends Error {
  readonly code: string;
  /** What support needs to find the fault in the server's log; empty where the server gives none. */
  readonly reference: string;
  /** The input of the mutation that would compute what is missing (code NOT_COMPUTED only). */
  readonly start: unknown;

  constructor(errors: readonly WireError[]) {
    const first = errors[0] ?? { message: 'unknown error' };
    super(first.message);
    this.name = 'RequestFailed';
    this.code = first.extensions?.code ?? 'UNKNOWN';
    this.reference = first.extensions?.id ?? '';
    this.start = first.extensions?.start;
  }
}

/** The user would not wait any longer. */
export class Stopped extends Error {
  constructor() {
    super('Stopped.');
    this.name = 'Stopped';
  }
}

export type ApiError = ServerDown | RequestFailed | Stopped;

export const isNotComputed = (error: ApiError | undefined): error is RequestFailed =>
  error instanceof RequestFailed && error.code === 'NOT_COMPUTED';

/** The filter or a parameter asks for what there is not; the message says what is allowed. */
export const isBadInput = (error: ApiError | undefined): error is RequestFailed =>
  error instanceof RequestFailed && error.code === 'BAD_USER_INPUT';
