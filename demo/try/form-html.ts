/** Reads what matters of a form from pasted HTML. Nothing in it runs, and nothing is fetched. */
import type { PageField, PageForm, PageMarkup } from '../../src/authoring/page-form.js';

const CONTROLS = 'input, textarea, select';
/** Boxes that a script fills with a captcha. */
const CAPTCHA = /g-recaptcha|h-captcha|cf-turnstile/;

const tidy = (text: string): string => text.replace(/[\s*:]+/g, ' ').trim();

/** What stands in the label around a control before it. */
const textBefore = (control: Element): string => {
  const label = control.closest('label');
  if (!label) return '';
  const range = new Range();
  range.setStart(label, 0);
  range.setEndBefore(control);
  return range.toString();
};

const labelOf = (control: Element, document: Document): string => {
  const { id } = control;
  const own = id ? document.querySelector(`label[for="${CSS.escape(id)}"]`)?.textContent : '';
  return (
    tidy(own ?? '') ||
    control.getAttribute('aria-label') ||
    control.getAttribute('placeholder') ||
    tidy(textBefore(control))
  );
};

const fieldOf = (control: Element, document: Document): PageField => ({
  name: control.getAttribute('name') ?? '',
  type:
    control.localName === 'input'
      ? (control.getAttribute('type') ?? 'text').toLowerCase()
      : control.localName,
  label: labelOf(control, document),
  required: control.hasAttribute('required') || control.getAttribute('aria-required') === 'true',
  value: control.getAttribute('value') ?? '',
});

/** A captcha's box as the field that it becomes. */
const captchaOf = (box: string): PageField => ({
  name: `${box}-response`,
  type: 'hidden',
  label: '',
  required: false,
  value: '',
});

/** Never throws. Fields outside of a form belong to one without an address. */
export const readForm = (html: string): PageMarkup => {
  const document = new DOMParser().parseFromString(html, 'text/html');
  const forms = new Map<HTMLFormElement | null, Map<string, PageField>>();
  const fieldsOf = (form: HTMLFormElement | null): Map<string, PageField> => {
    const known = forms.get(form) ?? new Map<string, PageField>();
    forms.set(form, known);
    return known;
  };
  for (const element of document.querySelectorAll('*')) {
    if (element instanceof HTMLFormElement) fieldsOf(element);
    const box = CAPTCHA.exec(element.getAttribute('class') ?? '')?.[0];
    const isControl = element.matches(CONTROLS);
    if (!isControl && !box) continue;
    // Also where a table of the page has torn the two apart.
    const form = isControl ? (element as HTMLInputElement).form : element.closest('form');
    const field = isControl ? fieldOf(element, document) : captchaOf(box ?? '');
    if (field.name && !fieldsOf(form).has(field.name)) fieldsOf(form).set(field.name, field);
  }
  return {
    forms: [...forms].map(([form, fields]): PageForm => ({
      action: form?.getAttribute('action')?.trim() ?? '',
      fields: [...fields.values()],
    })),
    scripts: [...document.scripts].map((script) => script.textContent ?? ''),
    frames: [...document.querySelectorAll('[data-form-id]')].map((element) =>
      Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
    ),
  };
};
