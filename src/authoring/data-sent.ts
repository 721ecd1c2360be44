/** What a playbook's chat sends: what, where to, when, and what the visitor was told or agreed to before. */
import { fieldsOf } from '../flow/kinds/contact-fields.js';
import { kindOf } from '../flow/kinds/kind-of.js';
import { outlineOf } from '../flow/outline.js';
import { plainText } from '../flow/rich-text.js';
import { isQuestion, purposeOf } from '../flow/step.js';
import { ALL_PRESETS } from '../formats/all-presets.js';
import { BY_HAND } from '../formats/preset.js';
import { takesCounts } from '../formats/takes-counts.js';
import type { ContactField } from '../playbook/kinds.js';
import type { DeliverySettings, Playbook } from '../playbook/schema.js';
import { quote } from './findings.js';

export interface Sent {
  readonly what: string;
  readonly to: string;
  /** The occasion, to be read after the word "when". */
  readonly when: string;
}

export interface Asked {
  readonly purpose: string;
  /** The exact wording, and which version of it. */
  readonly text: string;
  readonly version: string;
  /** Where it is asked. */
  readonly when: string;
  /** What follows from a no. */
  readonly refused: string;
}

export interface Sending {
  readonly deliveries: readonly Sent[];
  /** What a lead holds, as one sentence each. */
  readonly holds: readonly string[];
  /** The sentence beside the send button; absent where there is none. */
  readonly notice?: string;
  readonly consents: readonly Asked[];
}

/** Fields of a contact card whose name says too little. */
const FIELDS: ReadonlyMap<string, string> = new Map<ContactField, string>([
  ['email', 'e-mail address'],
  ['phone', 'phone number'],
]);

/** The contact details that this playbook asks for, as words: `name`, `e-mail address`. */
export const contactDetailsOf = ({ steps }: Playbook): readonly string[] => {
  const asked = steps.filter(isQuestion).flatMap((step) => {
    const kind = kindOf(step);
    if (kind === 'contact') return fieldsOf(step).map(({ name }) => name);
    return kind === 'email' || kind === 'phone' ? [kind] : [];
  });
  return [...new Set(asked)].map((field) => FIELDS.get(field) ?? field);
};

/** `a`, `a and b`, `a, b and c`. */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

type Destination = Pick<DeliverySettings, 'to' | 'url'>;

const givenAddress = (settings: Destination): string | undefined =>
  ALL_PRESETS.get(settings.to)?.url(settings) ?? settings.url;

/** Where leads go, as an owner recognises it. */
export const addressOf = (settings: Destination): string => {
  const address = givenAddress(settings);
  if (!address) return `the destination ${quote(settings.to)}`;
  return onOwnSite(address);
};

/** An address, with the place it is at where it names none. */
const onOwnSite = (address: string): string =>
  hostOf(address) === undefined ? `${address} on the site where this playbook lies` : address;

/** Who gets the leads, as a visitor understands it. */
export const recipientOf = (settings: Destination): string => {
  const address = givenAddress(settings);
  if (!address) return `the service “${settings.to}”`;
  return hostOf(address) ?? 'a receiver on our website';
};

/** The host of an address that names one. */
const hostOf = (address: string): string | undefined => /^(?:https?:)?\/\/([^/?#]+)/i.exec(address)?.[1];

/** Hosts of pictures that lie on other sites; their owners see the visitor's request. */
export const pictureHosts = ({ products = [] }: Playbook): readonly string[] => [
  ...new Set(products.flatMap(({ image = '' }) => hostOf(image) ?? [])),
];

/**
 * Whether anything goes before the visitor sends it: where the owner wants it, and there is a consent without which
 * nothing is sent.
 */
export const sendsUnfinished = (playbook: Playbook): boolean =>
  playbook.delivery.partial === 'after-consent' &&
  outlineOf(playbook).purposes.some(({ required }) => required);

const deliveriesOf = (playbook: Playbook): readonly Sent[] => {
  const { delivery } = playbook;
  const to = addressOf(delivery);
  const isUpdated = delivery.to !== BY_HAND && ALL_PRESETS.get(delivery.to)?.updates(delivery) !== false;
  return [
    {
      what: 'The lead',
      to,
      when: isUpdated
        ? 'the visitor presses the send button; again after they changed something or chose a next step'
        : delivery.to === BY_HAND
          ? 'the visitor sends the mail that the page opens in their mail program; the page itself sends nothing'
          : 'once, after the visitor pressed the send button',
    },
    ...(sendsUnfinished(playbook) && isUpdated
      ? [
          {
            what: 'The unfinished lead, marked as such: what was answered so far and may be sent',
            to,
            when: 'every required consent and an e-mail address or phone number are given, before the visitor presses the send button; again when they leave or hide the page after saying more, at most once in 30 seconds',
          },
        ]
      : []),
    ...(isUpdated
      ? [
          {
            what: 'A request to erase it, without personal data',
            to,
            when: 'the visitor erases their data after sending was tried',
          },
        ]
      : []),
    ...(takesCounts(delivery)
      ? [
          {
            what: 'Counts without answers and without anything that tells visitors apart: whether the chat was opened, begun and sent, and which steps were asked and answered',
            to: `${to}, at /counts below it`,
            when: 'the page is hidden or left after the visitor opened the chat or said something; never with Global Privacy Control',
          },
        ]
      : []),
    ...(playbook.answers
      ? [
          {
            what: 'A typed question, its e-mail addresses and long numbers taken out, with the language; your server passes it on to the language model it uses, with the prepared answers that may fit, and nothing else about the visitor',
            to: onOwnSite(playbook.answers.from),
            when:
              playbook.answers.when === 'always'
                ? 'the visitor types a question and sends it, before they press the send button'
                : 'the visitor types a question that the chat does not find an answer to itself, before they press the send button',
          },
        ]
      : []),
    ...pictureHosts(playbook).map((host) => ({
      what: 'A request for pictures of products: no answers, but the address of the device as with every request',
      to: host,
      when: 'products are shown',
    })),
  ];
};

const holdsOf = (playbook: Playbook): readonly string[] => {
  const details = contactDetailsOf(playbook);
  return [
    ...(details.length > 0 ? [`Contact details: ${listed(details)}, as far as given.`] : []),
    'Every question that was asked with its answer, questions the visitor typed, and the times.',
    'How they came: the first page, the present page and the page that linked to it, campaign parameters and click ids of advertisements. With Global Privacy Control the page that linked and click ids are left out, and the lead says so; Do Not Track, which browsers have given up, is not looked at.',
    'Language and time zone of the browser, how long it took, and whether a trap for robots was filled in.',
    'What was concluded, as far as the playbook says how: score, verdict with reasons, products that fit, the next step, who should answer.',
    'The notice that was shown and every consent with its wording, given or not.',
  ];
};

const whenAsked = (step: string | undefined, required: boolean): string => {
  if (step === undefined) return 'as a question of its own, just before contact details';
  const otherwise = required ? ', or at the end where the conversation does not come by it' : '';
  return `at the step ${quote(step)}${otherwise}`;
};

const consentsOf = (playbook: Playbook): readonly Asked[] =>
  outlineOf(playbook).purposes.flatMap(({ purpose, required, authored }) => {
    const consent = playbook.privacy?.consent?.find((each) => each.purpose === purpose);
    if (!consent) return [];
    const step = playbook.steps.find((each) => purposeOf(each) === purpose);
    const covers = consent.covers ?? [];
    const held = covers.length > 0 ? `what was answered to ${listed(covers.map(quote))} is not sent` : '';
    return [
      {
        purpose,
        text: plainText(consent.text),
        version: consent.version,
        when: whenAsked(authored && step ? step.id : undefined, required),
        refused: required ? 'nothing is sent at all' : held || 'the lead is sent and says so',
      },
    ];
  });

/** Everything that leaves the visitor's device with this playbook. */
export const sentBy = (playbook: Playbook): Sending => {
  const notice = playbook.privacy?.notice;
  return {
    deliveries: deliveriesOf(playbook),
    holds: holdsOf(playbook),
    ...(notice && { notice: plainText(notice) }),
    consents: consentsOf(playbook),
  };
};
