/**
 * The brief as a mail to whoever answers: text, HTML and, where a time was agreed, a calendar file. Another one when
 * the next step changes, in the same thread.
 */
import { briefMail } from '../../lead/brief-mail.js';
import type { Lead } from '../../lead/lead.js';
import type { ForwardFormat, ForwardSetting } from '../forward.js';
import { agreedFile } from './agreed-file.js';
import { textAt } from './answer.js';
import { stepWords } from './step-words.js';

/** What the sender of mail gets. All of it is fit for headers. */
export interface OutgoingMail {
  readonly from: string;
  readonly to: string;
  /** Address of the prospect, so that *Reply* answers them. */
  readonly replyTo?: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /**
   * With angle brackets. The same mail always has the same, so that one that is sent twice is shown once; another
   * revision has another, or a mailbox that may have the first one already would not show it.
   */
  readonly messageId: string;
  /** The mail about the first revision, which ties the thread together even where it was never sent. */
  readonly inReplyTo?: string;
  /** An .ics file to attach. */
  readonly calendar?: string;
}

export interface MailOptions {
  /** For example `Kestrel website <leads@kestrel.example>`. */
  readonly from: string;
  /** Who gets leads whose owner's address is not known. */
  readonly to: string;
}

export const mail = ({ from, to }: MailOptions): ForwardFormat => {
  const host = /@([\w.-]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
  const firstId = (ref: string) => `<${ref}@${host}>`;
  const idsOf = (ref: string, revision: number) =>
    revision === 1
      ? { messageId: firstId(ref) }
      : { messageId: `<${ref}.${revision}@${host}>`, inReplyTo: firstId(ref) };
  const made = (lead: Lead, setting: ForwardSetting, recipient: string): OutgoingMail => {
    const { subject, replyTo, text, html } = briefMail(lead, setting);
    const calendar = agreedFile(lead, setting, host);
    const link = setting.link;
    return {
      from,
      to: recipient,
      ...(replyTo && { replyTo }),
      subject,
      text: link ? `${text}\n${setting.ref} at the desk: ${link}\n` : text,
      html,
      ...idsOf(setting.ref, lead.revision),
      ...(calendar && { calendar }),
    };
  };
  return {
    name: 'mail',
    label: 'E-mail',
    holdMs: 120_000,
    steps: (lead, setting) => [
      {
        name: 'mail',
        make: () => ({
          method: 'POST',
          path: '',
          body: { ...made(lead, setting, setting.ownerEmail ?? to) },
        }),
        change: (_about, recipient) => ({
          method: 'POST',
          path: '',
          body: { ...made(lead, setting, recipient) },
        }),
        says: () => stepWords(lead),
        // Later mails about this lead go where the first one went.
        idIn: (answer) => textAt(answer, 'to'),
      },
    ],
    remove: (_step, recipient, { ref }) => ({
      method: 'POST',
      path: '',
      body: {
        from,
        to: recipient,
        subject: `Withdrawn: erase ${ref}`,
        text: `The prospect took everything back. Delete the mails about ${ref}.\n`,
        messageId: `<${ref}.withdrawn@${host}>`,
        inReplyTo: firstId(ref),
      },
    }),
  };
};
