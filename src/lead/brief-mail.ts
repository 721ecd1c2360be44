/** The brief as a mail: subject, plain text and HTML of the same words. */
import { isAddress } from './brief-acts.js';
import { htmlOf } from './brief-html.js';
import { brief, type BriefSetting } from './brief.js';
import type { Lead } from './lead.js';

export interface BriefMail {
  /** One line, fit for a header. */
  readonly subject: string;
  /** Address of the prospect, so that *Reply* answers them. Absent where they gave none that is fit for a header. */
  readonly replyTo?: string;
  /** For `text/plain`, UTF-8. */
  readonly text: string;
  /**
   * For `text/html`, UTF-8: a whole document below the 102 kB after which Gmail clips. Asks nothing of the
   * network, runs nothing, and every value is escaped.
   */
  readonly html: string;
}

/** The mail to the owner of a lead. The same lead and setting always give the same mail. */
export const briefMail = (lead: Lead, setting: BriefSetting): BriefMail => {
  const made = brief(lead, setting);
  const { email = '' } = lead.contact ?? {};
  return {
    subject: made.subject,
    ...(isAddress(email) && { replyTo: email }),
    text: `${made.lines.join('\n')}\n`,
    html: htmlOf(made),
  };
};

/** The whole brief as one text: subject, blank line, lines. */
export const briefText = (lead: Lead, setting: BriefSetting): string => {
  const { subject, lines } = brief(lead, setting);
  return [subject, '', ...lines, ''].join('\n');
};
