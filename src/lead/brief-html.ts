/**
 * The brief as an HTML mail: tables and inline styles, because Outlook lays out with Word and Gmail drops much
 * of the rest. Colours survive being inverted; where a client honours `prefers-color-scheme`, dark is designed.
 */
import { isReason, lineText } from './brief-text.js';
import type { Brief, BriefAct, BriefLine, BriefPart, BriefSection } from './brief.js';
import { DARK, FONT, TONES } from './brief-html-style.js';

/** What is looked up, not read first. */
const SMALL: readonly BriefPart[] = ['source', 'owner', 'consent', 'answers', 'sent'];
const ENTRIES: readonly BriefPart[] = ['words', 'fits', 'worry', 'questions', 'say'];

/** A whole document. The same brief always gives the same bytes. */
export const htmlOf = (made: Brief): string => {
  const { subject, sections } = made;
  const section = (part: BriefPart): BriefSection | undefined => sections.find((one) => one.part === part);
  const rows = [
    row(head(made, section('person')), 'padding:20px 20px 0'),
    part(section('again'), (again) => row(box(lines(again)), 'padding:16px 20px 0')),
    part(section('step'), (step) => row(box(stepOf(step)), 'padding:16px 20px 0')),
    part(section('verdict'), (verdict) => row(why(verdict), 'padding:20px 20px 0')),
    part(section('withdrawn'), (gone) => row(lines(gone), 'padding:12px 20px 0')),
    entries(sections.filter((one) => ENTRIES.includes(one.part))),
    small(sections.filter((one) => SMALL.includes(one.part))),
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(subject)}</title>
<style>${DARK}</style>
</head>
<body class="page" style="margin:0;padding:0;background-color:#f4f4f2">
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#f4f4f2" style="background-color:#f4f4f2">
<tr><td align="center" style="padding:16px 8px">
<!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#ffffff" style="max-width:600px;background-color:#ffffff;border:1px solid #e4e4e0;border-radius:12px;border-collapse:separate">
${rows.filter((one) => one !== '').join('\n')}
${row('', 'padding:0 0 20px;font-size:0;line-height:0')}
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</table>
</body>
</html>
`;
};

const head = ({ marks, band, subject }: Brief, person: BriefSection | undefined): string => {
  const [name = '', ...about] = partsOf(person?.lines[0] ?? '');
  const tone = TONES.get(band) ?? '#6b6b66';
  const word = band && `<span style="color:${tone}">&#9679;</span> ${escaped(band)}`;
  const first = [word, ...marks.map((mark) => `<strong>${escaped(mark)}</strong>`)].filter((one) => one !== '');
  return [
    paragraph(first.join(' &nbsp; '), 'ink', 'font-size:13px;line-height:18px'),
    `<h1 class="ink" style="margin:4px 0 0;${FONT};font-size:20px;line-height:28px;font-weight:600;color:#1d1d1b">${escaped(name || subject)}</h1>`,
    about.length > 0
      ? paragraph(escaped(about.join(' · ')), 'soft', 'font-size:13px;line-height:18px')
      : '',
  ].join('');
};

const stepOf = ({ title = '', lines: [first = '', ...others] }: BriefSection): string => {
  const [most = '', ...rest] = 'object' === typeof first && 'acts' in first ? [] : partsOf(first);
  const acts = [first, ...others].flatMap((line) =>
    typeof line === 'object' && 'acts' in line ? line.acts : [],
  );
  return [
    paragraph(
      `<strong>${escaped(title)}</strong>${most && ` &nbsp;${escaped(most)}`}`,
      'ink',
      'font-size:15px;line-height:22px',
    ),
    rest.length > 0
      ? paragraph(escaped(rest.join(' · ')), 'soft', 'font-size:13px;line-height:20px')
      : '',
    acts.length > 0 ? acts.map(button).join('') : '',
  ].join('');
};

/** A cell that Outlook paints and a link that fills it elsewhere; side by side where there is room. */
const button = ({ label, to, href }: BriefAct, i: number): string => {
  const [kind, paint, ink] =
    i === 0 ? ['main', '#1d1d1b', '#ffffff'] : ['other', '#ffffff', '#1d1d1b'];
  const words = `<strong style="font-weight:600">${escaped(label)}</strong> ${escaped(to)}`;
  if (!href) return paragraph(words, 'ink', 'font-size:15px;line-height:22px');
  const look = `display:block;padding:11px 16px;${FONT};font-size:15px;line-height:22px;color:${ink};text-decoration:none;word-break:break-word`;
  return `<table role="presentation" align="left" cellpadding="0" cellspacing="0" border="0" style="border-collapse:separate;margin:12px 8px 0 0"><tr><td class="${kind}" bgcolor="${paint}" style="background-color:${paint};border:1px solid #1d1d1b;border-radius:8px;mso-padding-alt:11px 16px"><a class="${kind}" href="${escaped(href)}" style="${look}">${words}</a></td></tr></table>`;
};

const why = ({ lines: all }: BriefSection): string => {
  const cells = all.map((line) => {
    if (!isReason(line)) return '';
    const said = line.said && ` <span class="soft" style="color:#62625d">${escaped(line.said)}</span>`;
    return `<tr>${cell(escaped(line.points), 'ink', 'width:44px;font-weight:600;font-variant-numeric:tabular-nums')}${cell(escaped(line.because) + said, 'ink', '')}</tr>`;
  });
  const table = (found: readonly string[]): string =>
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:4px 0 0">${found.join('')}</table>`;
  const reasons = cells.filter((one) => one !== '');
  const [first, ...others] = all.filter((line) => !isReason(line)).map((line) => escaped(lineText(line)));
  return [
    first ? paragraph(first, 'ink', 'font-size:15px;line-height:22px;font-weight:600') : '',
    reasons.length > 0 ? table(reasons) : '',
    ...others.map((line) => paragraph(line, 'soft', 'font-size:13px;line-height:20px')),
  ].join('');
};

const entries = (sections: readonly BriefSection[]): string =>
  sections.length === 0
    ? ''
    : listed(sections, 'padding:16px 20px 0', (section) => {
        const text = section.lines.map((line) => escaped(lineText(line))).join('<br>');
        const rule = section.part === 'say' ? 'border-left:2px solid #2f6fdb;padding-left:12px' : '';
        return (
          cell(escaped(section.title ?? ''), 'soft', 'width:84px;color:#62625d;font-size:13px') +
          cell(text, section.part === 'say' ? 'ink say' : 'ink', rule)
        );
      });

const small = (sections: readonly BriefSection[]): string =>
  sections.length === 0
    ? ''
    : listed(sections, 'padding:16px 20px 0', (section) => {
        const text = section.lines.map((line) => escaped(lineText(line))).join('<br>');
        const look = 'color:#62625d;font-size:12px;line-height:18px;padding:2px 0';
        return (
          cell(escaped(section.title ?? ''), 'soft', `width:84px;${look}`) + cell(text, 'soft', look)
        );
      });

const listed = (
  sections: readonly BriefSection[],
  place: string,
  cells: (section: BriefSection) => string,
): string =>
  row(
    `<table role="presentation" class="line" width="100%" cellpadding="0" cellspacing="0" border="0" style="border-top:1px solid #e4e4e0"><tr><td colspan="2" style="font-size:0;line-height:0;height:10px">&nbsp;</td></tr>${sections.map((section) => `<tr>${cells(section)}</tr>`).join('')}</table>`,
    place,
  );

const lines = ({ title, lines: all }: BriefSection): string =>
  all
    .map((line, i) => {
      const before = i === 0 && title ? `<strong>${escaped(title)}</strong> &nbsp;` : '';
      return paragraph(before + escaped(lineText(line)), 'ink', 'font-size:15px;line-height:22px');
    })
    .join('');

const part = (section: BriefSection | undefined, write: (section: BriefSection) => string): string =>
  section ? write(section) : '';

const row = (content: string, style: string): string =>
  `<tr><td align="left" style="${style}">${content}</td></tr>`;

const box = (content: string): string =>
  `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="border-collapse:separate"><tr><td class="box" bgcolor="#f4f4f2" style="background-color:#f4f4f2;border-radius:10px;padding:14px 16px 16px">${content}</td></tr></table>`;

const paragraph = (content: string, name: 'ink' | 'soft', style: string): string =>
  `<p class="${name}" style="margin:0;${FONT};${style};color:${name === 'ink' ? '#1d1d1b' : '#62625d'};overflow-wrap:anywhere">${content}</p>`;

const cell = (content: string, name: string, style: string): string =>
  `<td class="${name}" valign="top" align="left" style="${FONT};font-size:15px;line-height:22px;color:#1d1d1b;padding:3px 8px 3px 0;overflow-wrap:anywhere;${style}">${content}</td>`;

const partsOf = (line: BriefLine): readonly string[] =>
  typeof line === 'object' && 'parts' in line ? line.parts : [lineText(line)];

/** Safe between tags and between quotation marks. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
