/** Takes a delivery apart into its fields, and puts fields together again: each kind of body with a parser that is not ours. */
import type { Delivery } from '../../src/ports/delivery.js';

export type Request = Omit<Delivery, 'committedAt'>;
export type Pairs = readonly (readonly [string, string])[];

export const typeOf = ({ contentType }: Request): string => contentType.split(';')[0] ?? '';

interface Submission {
  readonly fields?: readonly { readonly name: string; readonly value: string }[];
  readonly row?: Readonly<Record<string, string>>;
}

/** The fields of a request, wherever its kind of body has them. A field that stands twice is there twice. */
export const fieldsOf = async (request: Request): Promise<Pairs> => {
  const { contentType, body } = request;
  if (!/json|text/.test(typeOf(request))) {
    const form = await new Response(body, { headers: { 'Content-Type': contentType } }).formData();
    return [...form].map(([name, value]) => [name, `${value}`]);
  }
  const { fields = [], row = {}, ...rest } = JSON.parse(body) as Submission;
  return [
    ...Object.entries(rest)
      .filter(([, value]) => typeof value !== 'object')
      .map(([name, value]) => [name, `${value as unknown}`] as const),
    ...fields.map(({ name, value }) => [name, value] as const),
    ...Object.entries(row),
  ];
};

/** The same request with one field set, or taken out. */
export const withField = async (request: Request, field: string, value?: string): Promise<Request> => {
  const put = (pairs: Pairs): Pairs => [
    ...pairs.filter(([name]) => name !== field),
    ...(value === undefined ? [] : [[field, value] as const]),
  ];
  const type = typeOf(request);
  if (type === 'application/x-www-form-urlencoded') {
    return {
      ...request,
      body: new URLSearchParams(put(await fieldsOf(request)).map((pair) => [...pair])).toString(),
    };
  }
  if (type === 'multipart/form-data') {
    const form = new FormData();
    for (const [name, text] of put(await fieldsOf(request))) form.append(name, text);
    const response = new Response(form);
    return {
      ...request,
      contentType: response.headers.get('Content-Type') ?? '',
      body: await response.text(),
    };
  }
  const written = JSON.parse(request.body) as Submission & Record<string, unknown>;
  if (written.fields) {
    const pairs = put(written.fields.map(({ name, value: text }) => [name, text]));
    return {
      ...request,
      body: JSON.stringify({
        ...written,
        fields: pairs.map(([name, text]) => ({ objectTypeId: '0-1', name, value: text })),
      }),
    };
  }
  if (written.row && !(field in written)) {
    return {
      ...request,
      body: JSON.stringify({ ...written, row: Object.fromEntries(put(Object.entries(written.row))) }),
    };
  }
  return { ...request, body: JSON.stringify({ ...written, [field]: value }) };
};
