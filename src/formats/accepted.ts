/** What a destination's answer means. Stored with each delivery, so it is data: it is read after the playbook is gone. */

/**
 * A test of what a JSON answer says in one of its members. Anything else that comes with a 2xx counts as received
 * only where `received` is left out.
 */
export interface AnswerRule {
  readonly member: string;
  /** What means received. Left out: whatever is not refused. */
  readonly received?: readonly (string | boolean)[];
  /** What means refused for good, though the status is a 2xx: the same lead would be refused again. */
  readonly refused: readonly (string | boolean)[];
}

/** status: any 2xx counts as received. echo: a 2xx whose JSON body repeats the delivery key. */
export type AcceptedBy = 'status' | 'echo' | AnswerRule;

interface Answer {
  readonly status: number;
  readonly body: string;
}

/**
 * Whether an answer means that the lead was received. Only a 2xx can; a rule that nobody knows (for a lead that
 * waited through an update of the software) is read as "echo".
 */
export const accepted = (acceptedBy: AcceptedBy | string, answer: Answer, key: string): boolean => {
  if (!(answer.status >= 200 && answer.status <= 299)) return false;
  if (acceptedBy === 'status') return true;
  if (typeof acceptedBy === 'string') return memberOf(answer.body, 'key') === key;
  const { member, received, refused: no } = acceptedBy;
  const said = memberOf(answer.body, member);
  return received ? includes(received, said) : !includes(no, said);
};

/** Whether an answer of 2xx says that the lead is refused as it is. */
export const refused = (acceptedBy: AcceptedBy | string, { status, body }: Answer): boolean =>
  typeof acceptedBy === 'object' &&
  status >= 200 &&
  status <= 299 &&
  includes(acceptedBy.refused, memberOf(body, acceptedBy.member));

const includes = (values: readonly unknown[], value: unknown): boolean => values.includes(value);

const memberOf = (body: string, member: string): unknown => {
  try {
    const answer: unknown = JSON.parse(body);
    return typeof answer === 'object' && answer !== null && Object.hasOwn(answer, member)
      ? (answer as Readonly<Record<string, unknown>>)[member]
      : undefined;
  } catch {
    return undefined;
  }
};
