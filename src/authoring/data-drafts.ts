/** Texts for a website's privacy policy and cookie banner, as a lawyer's starting point. In English. */
import { takesCounts } from '../formats/takes-counts.js';
import type { Playbook } from '../playbook/schema.js';
import { mayKeep, remembered, timeInWords, type Keeping, type Kept } from './data-kept.js';
import { contactDetailsOf, listed, pictureHosts, recipientOf, sendsUnfinished } from './data-sent.js';

const MARK = 'DRAFT, to be completed and approved by a lawyer:';

export interface Drafts {
  /** Says what they are; belongs above each of them. */
  readonly mark: string;
  /** A paragraph for the privacy policy. */
  readonly policy: string;
  /** One line for the cookie banner. */
  readonly banner: string;
}

const keepingSentence = ({ privacy }: Playbook, keeping: Keeping): string => {
  const from = privacy?.storage === 'ask-host' ? 'If you allow it in our cookie settings, from' : 'From';
  switch (remembered(privacy)) {
    case 'tab':
      return `${from} your first answer, the conversation is kept in your browser until you close the tab, for ${timeInWords(keeping.tabMs)} at most.`;
    case 'device':
      return `${from} your first answer, the conversation is kept in your browser for ${timeInWords(keeping.deviceMs)} after your last answer, so that you can come back to it.`;
    case 'nothing':
      return 'The conversation is not stored on your device; it is gone when you leave the page.';
  }
};

const waitingSentence = ({ privacy }: Playbook, keeping: Keeping): string =>
  mayKeep(privacy)
    ? `What you send is kept in your browser until our receiver has confirmed it, for ${timeInWords(keeping.giveUpMs)} as a rule; afterwards a receipt with its number and times, but without its contents, stays for ${timeInWords(keeping.receiptMs)}. A marker that something is kept goes with the last of it.`
    : 'What you send is held in the page until our receiver has confirmed it, and is not stored on your device.';

const consentSentence = ({ privacy }: Playbook): string => {
  const purposes = (privacy?.consent ?? []).map(({ purpose }) => `“${purpose}”`);
  if (purposes.length === 0) return '';
  return `For ${listed(purposes)} we ask for your consent in the chat and record it with its wording; you may withdraw it at any time [how: to be added].`;
};

const answersSentence = ({ answers }: Playbook): string =>
  answers
    ? `${answers.when === 'always' ? 'Questions you type' : 'Questions you type that the chat cannot answer itself'} are sent to our server when you send them and answered there with a language model [provider, processor and country: to be added], which gets the question without e-mail addresses and phone numbers, and our prepared answers; such answers are marked.`
    : '';

const picturesSentence = (playbook: Playbook): string => {
  const hosts = pictureHosts(playbook);
  return hosts.length > 0
    ? `Pictures of products are loaded from ${listed(hosts)}, which see your IP address.`
    : '';
};

/** The drafts for this playbook with its settings. */
export const draftsFor = (playbook: Playbook, keeping: Keeping, kept: readonly Kept[]): Drafts => {
  const { company, delivery } = playbook;
  const details = contactDetailsOf(playbook);
  const told = details.length > 0 ? `your answers and contact details (${listed(details)})` : 'your answers';
  const sentences = [
    `Chat on our website. ${company.name} offers a chat assistant that asks a few questions in order to answer your request. It is computed in your browser; nothing is stored or sent before you use it.`,
    `We process ${told}, questions you type, the times, the language and time zone of your browser, and how you came to us (pages, the page that linked to us, campaign parameters and click ids of advertisements). If your browser sends the signal Global Privacy Control, we leave out the linking page and click ids.`,
    'From this the chat derives by fixed rules how well our offer fits, which decides what you are offered and who answers you; no decision with legal effect is made automatically [to be checked].',
    keepingSentence(playbook, keeping),
    waitingSentence(playbook, keeping),
    answersSentence(playbook),
    sendsUnfinished(playbook)
      ? 'Once you gave the consents that are required and an e-mail address or phone number, we receive what you told us so far, also if you do not press the send button.'
      : `We receive ${playbook.answers ? 'everything else that' : 'what'} you told us only when you press the send button.`,
    `It is sent to ${recipientOf(delivery)} [recipient, processor and country: to be added], where it is kept for [period: to be added].`,
    takesCounts(delivery)
      ? 'We count how many conversations are opened, begun and sent and which questions are answered, without answers and without anything that tells visitors apart; with Global Privacy Control we do not.'
      : '',
    consentSentence(playbook),
    picturesSentence(playbook),
    'You can see and erase what is kept in the menu of the chat, under “Privacy and my data”.',
    'Legal basis: [to be added, for example Article 6(1)(b) or (f) GDPR, and for consents Article 6(1)(a)].',
  ];
  return {
    mark: MARK,
    policy: sentences.filter(Boolean).join(' '),
    banner: bannerFor(playbook, keeping, kept),
  };
};

const bannerFor = ({ company, privacy }: Playbook, keeping: Keeping, kept: readonly Kept[]): string => {
  if (!mayKeep(privacy)) return `Chat of ${company.name}: stores nothing on your device and sets no cookies.`;
  const names = [...new Set(kept.flatMap(({ name, storage }) => (name ? [`${name} (${storage})`] : [])))];
  const allowed = privacy?.storage === 'ask-host' ? 'only once allowed here, ' : '';
  const time = {
    tab: `keeps the conversation from your first answer until you close the tab, ${timeInWords(keeping.tabMs)} at most`,
    device: `keeps the conversation from your first answer for ${timeInWords(keeping.deviceMs)}`,
    nothing: 'keeps what you send until it has arrived',
  }[remembered(privacy)];
  return `Chat of ${company.name}: ${allowed}${time}; needed for the chat you asked for, no cookies. Entries: ${names.join(', ')}.`;
};
