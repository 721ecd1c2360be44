/** Reads what matters of a form from HTML as it was copied, however broken. */
import { Parser } from 'htmlparser2';
import type { PageField, PageForm, PageMarkup } from '../authoring/page-form.js';

interface OpenForm {
  readonly action: string;
  readonly fields: Map<string, PageField>;
}

const CONTROLS = new Set(['input', 'textarea', 'select']);

/** Never throws. Fields outside of a form belong to one without an address. */
export const readMarkup = (html: string): PageMarkup => {
  const forms: OpenForm[] = [];
  const scripts: string[] = [];
  const frames: Record<string, string>[] = [];
  const labels = new Map<string, string>();
  const idOf = new Map<PageField, string>();
  let form: OpenForm | undefined;
  let script: string[] | undefined;
  /** The text of the label that is open, and for whom it is. */
  let label: { text: string; target: string } | undefined;

  const addField = (tag: string, attributes: Readonly<Record<string, string>>): void => {
    const { name = '', id = '', type = 'text', value = '' } = attributes;
    if (!name) return;
    if (!form) forms.push((form = { action: '', fields: new Map() }));
    const field: PageField = {
      name,
      type: tag === 'input' ? type.toLowerCase() : tag,
      label: attributes['aria-label'] || attributes['placeholder'] || (label ? tidy(label.text) : ''),
      required: 'required' in attributes || attributes['aria-required'] === 'true',
      value,
    };
    if (form.fields.has(name)) return;
    form.fields.set(name, field);
    if (id) idOf.set(field, id);
  };

  const parser = new Parser({
    onopentag(tag, attributes) {
      if (tag === 'form')
        forms.push((form = { action: attributes['action']?.trim() ?? '', fields: new Map() }));
      else if (tag === 'script') script = [];
      else if (tag === 'label') label = { text: '', target: attributes['for'] ?? '' };
      else if (CONTROLS.has(tag)) addField(tag, attributes);
      if (attributes['data-form-id']) frames.push({ ...attributes });
      // A captcha is often a box without a field, which a script fills.
      const captcha = /g-recaptcha|h-captcha|cf-turnstile/.exec(attributes['class'] ?? '')?.[0];
      if (captcha) addField('input', { name: `${captcha}-response`, type: 'hidden' });
    },
    ontext(text) {
      script?.push(text);
      if (label) label.text += text;
    },
    onclosetag(tag) {
      if (tag === 'form') form = undefined;
      else if (tag === 'script' && script) {
        scripts.push(script.join(''));
        script = undefined;
      } else if (tag === 'label' && label) {
        if (label.target) labels.set(label.target, tidy(label.text));
        label = undefined;
      }
    },
  });
  parser.write(html);
  parser.end();

  const finished = (one: OpenForm): PageForm => ({
    action: one.action,
    fields: [...one.fields.values()].map((field) => ({
      ...field,
      label: labels.get(idOf.get(field) ?? '') || field.label,
    })),
  });
  return { forms: forms.map(finished), scripts, frames };
};

const tidy = (text: string): string => text.replace(/[\s*:]+/g, ' ').trim();
