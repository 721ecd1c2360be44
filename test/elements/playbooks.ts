/** Playbooks for what can be seen: a usual one, one with every kind of question, one with long words, one in Arabic. */
import type { Playbook } from '../../src/playbook/schema.js';

const verdicts = { verdicts: [{ is: 'qualified', because: 'Everybody' }] } as Playbook['qualification'];

/** A company that sells freezer alarms. */
export const kestrel: Playbook = {
  format: 1,
  id: 'kestrel-website',
  version: '2026-11-23',
  language: 'en',
  company: {
    name: 'Kestrel',
    assistant: 'Kestrel assistant',
    team: 'Dana and Tom',
    phone: '+44 20 7946 0123',
    email: 'sales@kestrel.example',
    privacyPage: '/privacy',
  },
  welcome: {
    say: 'Hi! Ask me anything, or answer about five questions and I’ll tell you what fits and what it costs.',
  },
  steps: [
    {
      id: 'need',
      ask: 'What would you like to fix?',
      options: [
        { value: 'alarms', label: 'We notice a warm freezer too late' },
        { value: 'audits', label: 'Paper logs for audits' },
        { value: 'other', label: 'Something else', go: 'need_text' },
        { value: 'support', label: 'I’m already a customer', go: 'end' },
      ],
      next: 'sites',
    },
    { id: 'need_text', ask: 'Tell me in a sentence or two.', kind: 'longText' },
    {
      id: 'sites',
      ask: 'How many sites do you run?',
      kind: 'number',
      min: 1,
      max: 5000,
      why: 'So I show the right plan.',
    },
    {
      id: 'start',
      ask: 'When would you like it running?',
      options: [
        { value: 'quarter', label: 'This quarter' },
        { value: 'year', label: 'This year' },
        { value: 'looking', label: 'Just looking' },
      ],
    },
    {
      id: 'budget',
      ask: 'Which is closest to what you have in mind, per month?',
      optional: true,
      why: 'To leave out what does not fit.',
      options: [
        { value: 'under200', label: 'Under £200' },
        { value: 'to1000', label: '£200 to £1,000' },
        { value: 'over1000', label: 'More' },
        { value: 'unsure', label: 'No idea yet' },
      ],
    },
    { id: 'fit', show: 'products' },
    {
      id: 'contact',
      ask: 'Where should we send this?',
      kind: 'contact',
      fields: ['name', 'email', 'company', 'country?', 'phone?'],
      why: 'To send your summary and answer you. Nothing else.',
      next: 'end',
    },
  ],
  qualification: verdicts,
  products: [
    {
      id: 'probe-kit',
      name: 'Probe Kit',
      line: 'Phone alarm 60 seconds after a door is left open',
      url: '/probe-kit',
      price: { from: 49, currency: 'GBP', per: 'site and month' },
      fits: [{ when: { need: 'alarms' }, weight: 3, because: 'you notice too late' }],
    },
    {
      id: 'audit-suite',
      name: 'Audit Suite',
      line: 'Digital HACCP logs, auditor’s report in one click',
      url: '/audit-suite',
      price: { from: 89.5, currency: 'GBP', per: 'site and month' },
      fits: [
        { when: { need: 'audits' }, weight: 3, because: 'paper logs cost you time' },
        { when: { sites: { atLeast: 10 } }, weight: 1, because: 'you run many sites' },
      ],
    },
    {
      id: 'care',
      name: 'Care',
      line: 'Yearly calibration on site',
      fits: [{ when: { sites: { atLeast: 1 } }, because: 'you run several sites' }],
    },
  ],
  offers: {
    callback: { kind: 'callback', label: 'Ask {owner} to call me', minutes: 15 },
    demo: { kind: 'booking', label: 'Pick a time for a demo', url: 'https://calendar.example/kestrel' },
    summary: { kind: 'email', label: 'Just e-mail me the summary' },
  },
  endings: {
    qualified: { say: 'That fits well. What suits you best?', offer: ['callback', 'demo', 'summary'] },
    nurture: { say: 'Good to know early.' },
    undetermined: { say: 'Let’s talk it through.' },
    disqualified: { say: 'Support helps you faster: [open a ticket](/support).' },
  },
  delivery: { to: 'url', url: '/leads' },
  privacy: {
    remember: 'tab',
    notice: 'We use this to answer you. [Privacy](/privacy)',
    consent: [{ purpose: 'newsletter', text: 'Also send me the monthly newsletter.', version: '1' }],
  },
};

/** One question of every kind, in this order; the last step is no contact card, so it ends with the review. */
export const everyKind: Playbook = {
  ...kestrel,
  id: 'every-kind',
  steps: [
    { id: 'email', ask: 'Where can we write to you?', kind: 'email' },
    {
      id: 'several',
      ask: 'Which of these do you use?',
      kind: 'choices',
      min: 1,
      max: 2,
      options: ['Paper', 'Spreadsheets', 'Another system'],
    },
    { id: 'cold', ask: 'Do you run cold rooms?', kind: 'yesNo' },
    { id: 'story', ask: 'What happened last time?', kind: 'longText', optional: true },
    { id: 'terms', ask: 'May we keep your answers for a quote?', kind: 'consent', purpose: 'terms' },
    { id: 'phone', ask: 'Which number is best?', kind: 'phone', next: 'end' },
  ],
  privacy: {
    remember: 'device',
    notice: 'We use this to answer you. [Privacy](/privacy)',
    consent: [
      { purpose: 'terms', text: 'May we keep your answers for a quote?', version: '1', required: true },
    ],
  },
};

/** Long words and names in German. */
export const german: Playbook = {
  ...kestrel,
  id: 'langwoerter',
  language: 'de',
  company: {
    ...kestrel.company,
    name: 'Donaudampfschifffahrtsgesellschaft Kühlketten & Söhne',
    assistant: 'Assistent der Donaudampfschifffahrtsgesellschaft Kühlketten & Söhne',
    team: 'Maximiliane-Friederike und Hans-Christian',
  },
  welcome: { say: 'Guten Tag! Fragen Sie, was Sie möchten, oder beantworten Sie etwa fünf Fragen.' },
  steps: [
    {
      id: 'need',
      ask: 'Welche Rindfleischetikettierungsüberwachungsaufgabenübertragung möchten Sie verbessern?',
      why: 'Damit ich nur zeige, was zu Ihrem Lebensmittelgroßhandel passt.',
      optional: true,
      options: [
        {
          value: 'alarms',
          label:
            'Temperaturüberschreitungen im Tiefkühllager werden zu spät bemerkt und niemand ist zuständig',
        },
        { value: 'audits', label: 'Papierprotokolle für Lebensmittelsicherheitsprüfungen' },
        { value: 'other', label: 'Etwas anderes' },
      ],
    },
    {
      id: 'contact',
      ask: 'Wohin dürfen wir die Zusammenfassung schicken?',
      kind: 'contact',
      fields: ['name', 'email', 'company', 'phone?'],
      why: 'Nur, um Ihnen die Zusammenfassung zu senden und Ihre Fragen zu beantworten.',
      next: 'end',
    },
  ],
  privacy: { notice: 'Wir verwenden das, um Ihnen zu antworten. [Datenschutzerklärung](/datenschutz)' },
};

/** From right to left. */
export const arabic: Playbook = {
  ...kestrel,
  id: 'arabic',
  language: 'ar',
  company: { ...kestrel.company, name: 'كيستريل', assistant: 'مساعد كيستريل', team: 'دانا وتوم' },
  welcome: { say: 'مرحبًا! اسألني ما تشاء، أو أجب عن خمسة أسئلة وسأخبرك بما يناسبك وبكم.' },
  steps: [
    {
      id: 'need',
      ask: 'ما الذي تود إصلاحه؟',
      options: [
        { value: 'alarms', label: 'نلاحظ ارتفاع حرارة المجمّد متأخرين' },
        { value: 'audits', label: 'سجلات ورقية للتدقيق' },
        { value: 'other', label: 'شيء آخر' },
      ],
      why: 'لأعرض ما يناسبك فقط.',
    },
    { id: 'sites', ask: 'كم عدد مواقعك؟', kind: 'number', min: 1, max: 5000 },
    { id: 'fit', show: 'products' },
    {
      id: 'contact',
      ask: 'إلى أين نرسل هذا؟',
      kind: 'contact',
      fields: ['name', 'email', 'phone?'],
      why: 'لنرسل لك الملخص ونجيبك.',
      next: 'end',
    },
  ],
  products: [
    {
      id: 'probe-kit',
      name: 'مجموعة المجسات',
      line: 'إنذار على الهاتف بعد 60 ثانية من ترك الباب مفتوحًا',
      url: '/probe-kit',
      price: { from: 49, currency: 'GBP', per: 'موقع وشهر' },
      fits: [{ when: { need: 'alarms' }, weight: 3, because: 'أنت تلاحظ متأخرًا' }],
    },
  ],
  offers: {
    callback: { kind: 'callback', label: 'اطلب من دانا الاتصال بي' },
    summary: { kind: 'email', label: 'أرسل لي الملخص فقط' },
  },
  endings: {
    qualified: { say: 'هذا يناسبك تمامًا. ما الأنسب لك الآن؟', offer: ['callback', 'summary'] },
    nurture: { say: 'شكرًا.' },
    undetermined: { say: 'شكرًا.' },
    disqualified: { say: 'شكرًا.' },
  },
  privacy: { notice: 'نستخدم هذا للرد عليك. [الخصوصية](/privacy)' },
};
