/**
 * What looks like a secret in a text. Made to raise few false alarms: what vendors publish on purpose (form
 * keys, portal and form ids, publishable keys, addresses of forms and scripts) is no secret, and neither are
 * ids, click ids or long words.
 */

/** The secret as a sentence names it, with its article: `a Stripe secret key`. */
type Secret = string;

/**
 * How vendors' secrets begin, after their documentation of November 2026. Lengths are bounded and starts
 * anchored, so that no text makes the search slow.
 */
const VENDORS: readonly (readonly [secret: Secret, pattern: RegExp])[] = [
  [
    'the secret address of a Slack channel',
    /hooks\.slack\.com\/(?:services|workflows|triggers)\/[\w/-]{16,200}/i,
  ],
  ['a Slack access key', /(?<!\w)(?:xox[abeprs]|xapp)-[\w-]{10,250}/],
  [
    'the secret address of a Discord channel',
    /discord(?:app)?\.com\/api\/(?:v\d{1,2}\/)?webhooks\/\d{5,25}\/[\w-]{16,100}/i,
  ],
  ['the secret address of a Teams channel', /\.webhook\.office\.com\/webhook\w{0,4}\/[\w@/-]{16,300}/i],
  [
    'the secret address of a Google Chat space',
    /chat\.googleapis\.com\/v1\/spaces\/[\w-]{1,60}\/messages\?\S{0,300}token=/i,
  ],
  ['the key of a Telegram bot', /(?<!\d)\d{8,10}:AA[\w-]{33}(?![\w-])/],
  ['a signing secret', /(?<!\w)whsec_[\w+/=-]{16,200}/],
  ['a Stripe secret key', /(?<!\w)(?:sk|rk)_(?:live|test)_\w{10,250}/],
  ['a GitHub access key', /(?<!\w)(?:gh[oprsu]_\w{30,255}|github_pat_\w{22,255})/],
  ['a GitLab access key', /(?<!\w)glpat-[\w-]{20,100}/],
  ['an AWS access key', /(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])/],
  ['a Google client secret', /(?<!\w)(?:GOCSPX-[\w-]{20,60}|ya29\.[\w-]{20,400})/],
  [
    'a HubSpot private app key',
    /(?<![\w-])pat-(?:na|eu|ap)\d-[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/i,
  ],
  ['an Airtable access key', /(?<!\w)pat\w{14}\.[\da-f]{64}/],
  ['a Notion key', /(?<!\w)(?:ntn_\w{30,60}|secret_[A-Za-z0-9]{43}(?!\w))/],
  ['a Salesforce session', /(?<!\w)00D[A-Za-z0-9]{12,15}![\w.]{20,200}/],
  ['a SendGrid key', /(?<!\w)SG\.[\w-]{16,32}\.[\w-]{16,64}/],
  ['a Mailgun key', /(?<![\w-])key-[\da-f]{32}(?!\w)/],
  ['a Mailchimp key', /(?<!\w)[\da-f]{32}-us\d{1,2}(?!\w)/],
  ['a Brevo key', /(?<!\w)x(?:key|smtp)sib-[\da-f]{64}/],
  ['a Resend key', /(?<!\w)re_[A-Za-z0-9]{8}_[A-Za-z0-9]{20,30}/],
  ['a Twilio key', /(?<!\w)SK[\da-f]{32}(?!\w)/],
  ['a Shopify access key', /(?<!\w)shp(?:at|ca|pa|ss)_[\da-f]{32}/i],
  ['an npm access key', /(?<!\w)npm_[A-Za-z0-9]{36}(?!\w)/],
  ['the key of an AI service', /(?<![\w-])sk-(?:ant-|proj-|svcacct-)[\w-]{20,250}/],
  ['a private key', /-----BEGIN (?:[A-Z]{2,10} ){0,2}PRIVATE KEY-----/],
  ['a signed login (JWT)', /(?<![\w-])eyJ[\w-]{8,4000}\.eyJ[\w-]{8,4000}\.[\w-]{10,}/],
  ['a login ("Bearer …")', /(?<!\w)Bearer\s{1,3}[\w.~+/-]{0,200}(?=[a-z]{0,40}\d)[a-z\d]{16}/i],
  [
    'a login ("Basic …")',
    /(?<!\w)Basic (?=\S{0,60}\d)(?=\S{0,60}[a-z])(?=\S{0,60}[A-Z])[A-Za-z\d+/]{16,}={0,2}/,
  ],
];

const PASSWORD_IN_ADDRESS = /(?<![a-z\d])[a-z][a-z\d+.-]{0,20}:\/\/[^\s/?#@]{1,200}@[^\s/?#@]/i;
const PARAMETER =
  /[?&;](?:(hapikey|password|passwd|pwd)|(?:access|auth|api)?[_-]?token|(?:client)?[_-]?secret|api[_-]?key|sig|signature|code)=([^&;#\s)\]"'<>]{1,500})/gi;
const SECRET_NAME = /secret|token|passw(?:or|d)|credential|authori[sz]ation|(?:api|auth|private)[_-]?key/i;
const UUID = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/gi;

/** Whether a name, for example of a field, says that its value is a secret. */
export const namesASecret = (name: string): boolean => SECRET_NAME.test(name);

/**
 * Whether a text holds a long run of letters and digits that no words make: it changes between both several
 * times. Never a UUID, an e-mail address or an address of the web.
 */
export const looksRandom = (text: string): boolean =>
  !/[\s@]|:\/\//.test(text) &&
  (text.replace(UUID, '').match(/[A-Za-z\d]{16,}/g) ?? []).some(
    (run) => (run.match(/\d(?=[A-Za-z])|[A-Za-z](?=\d)/g) ?? []).length >= 3,
  );

const isSecretParameter = ([, always, value = '']: RegExpExecArray): boolean =>
  always !== undefined || looksRandom(value);

/** The kind of secret that a text holds, wherever it stands; undefined when there is none. Never throws. */
export const secretIn = (text: string): Secret | undefined => {
  if (text.length < 8) return undefined;
  const [known] = VENDORS.find(([, pattern]) => pattern.test(text)) ?? [];
  if (known !== undefined) return known;
  return [...text.matchAll(PARAMETER)].some(isSecretParameter) ? 'an address with a key in it' : undefined;
};

/** Whether an address in the text carries a name or a password for logging in: `https://name:password@…`. */
export const hasLogin = (text: string): boolean => PASSWORD_IN_ADDRESS.test(text);
