import type { Fault } from './contract.js';

/** Why a request was not taken, on its way from a check to the answer. `code` is stable, `message` for people. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly code: string;
  readonly errors: readonly Fault[] | undefined;
  readonly headers: { readonly [name: string]: string };

  constructor(
    status: number,
    code: string,
    message: string,
    more: { errors?: readonly Fault[]; headers?: { [name: string]: string } } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = more.errors;
    this.headers = more.headers ?? {};
  }
}
