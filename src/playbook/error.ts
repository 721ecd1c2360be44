/** Trouble with what an owner configured. Thrown only at configuration time. */

export interface Problem {
  /** error: it cannot go live. warning: it works, but probably not as meant. info: good to know. */
  readonly level: 'error' | 'warning' | 'info';
  /** Stable name, for example `step.unknown-target`. */
  readonly code: string;
  /** JSON path, for example `steps[3].options[1].go`; empty for the document. */
  readonly path: string;
  /** What is wrong, as one sentence. */
  readonly message: string;
  /** What to do about it, as one sentence. */
  readonly cure: string;
  /** Position in the text, from 1, where the playbook was given as text. */
  readonly line?: number;
  readonly column?: number;
}

const placeOf = ({ path, line, column }: Problem): string =>
  line === undefined ? path || 'playbook' : `line ${line}, column ${column ?? 1}${path && ` (${path})`}`;

/** Everything that is wrong with a playbook, in one error. */
export class PlaybookError extends Error {
  override readonly name = 'PlaybookError';
  readonly code: string;
  readonly path: string;
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const first = problems[0];
    super(problems.map((p) => `${placeOf(p)}: ${p.message} ${p.cure}`).join('\n'));
    this.code = first?.code ?? 'playbook.invalid';
    this.path = first?.path ?? '';
    this.problems = problems;
  }
}
