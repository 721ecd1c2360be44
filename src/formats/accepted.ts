/**
 * Whether an answer means that the lead was received. By "status" every 2xx does; by "echo" (and by anything
 * unknown, for a lead that waited through an update of the software) only a 2xx with a JSON object whose
 * `key` is the delivery key.
 */
export const accepted = (
  acceptedBy: string,
  answer: { readonly status: number; readonly body: string },
  key: string,
): boolean => {
  if (!(answer.status >= 200 && answer.status <= 299)) return false;
  return acceptedBy === 'status' || keyIn(answer.body) === key;
};

const keyIn = (body: string): unknown => {
  try {
    const answer: unknown = JSON.parse(body);
    return typeof answer === 'object' && answer !== null && Object.hasOwn(answer, 'key')
      ? (answer as { readonly key: unknown }).key
      : undefined;
  } catch {
    return undefined;
  }
};
