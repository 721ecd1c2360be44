/** A form of a web page, as far as it matters for filling it in; whoever reads HTML makes these. */

export interface PageField {
  /** What its value is sent under; never empty. */
  readonly name: string;
  /** As in HTML: text, email, tel, url, hidden, checkbox, radio, submit …; also textarea and select. */
  readonly type: string;
  /** What people read beside it, in it, or its name for assistive software; empty where there is nothing. */
  readonly label: string;
  readonly required: boolean;
  /** What is in it already. */
  readonly value: string;
}

export interface PageForm {
  /** Where it is sent, as written; empty where nothing is written. */
  readonly action: string;
  /** By name each once, in order. */
  readonly fields: readonly PageField[];
}

/** What matters of a piece of HTML. */
export interface PageMarkup {
  readonly forms: readonly PageForm[];
  /** The text of scripts that are written in the page. */
  readonly scripts: readonly string[];
  /** Attributes of elements that a vendor's script turns into a form: those with `data-form-id`. */
  readonly frames: readonly { readonly [attribute: string]: string }[];
}
