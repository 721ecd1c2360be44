/**
 * The brief as an HTML mail: tables and inline styles, because Outlook lays out with Word and Gmail drops much
 * of the rest. Colours survive being inverted; where a client honours `prefers-color-scheme`, dark is designed.
 */
import { BUTTONS, DARK, FONT, INK, SIZES, TONES } from './brief-html-style.js';
import { actsIn, isReason, partsIn, type BriefAct, type BriefLine } from './brief-line.js';
import { answerWords, lineText } from './brief-text.js';
import type { Brief, BriefPart, BriefSection } from './brief.js';
import { filled } from './one-line.js';

const MAIN: readonly BriefPart[] = ['words', 'fits', 'worry', 'questions', 'say'];
/** What is looked up, not read first. */
const BESIDES: readonly BriefPart[] = ['source', 'owner', 'consent', 'answers', 'sent'];
const BARE = 'cellpadding="0" cellspacing="0" border="0"';

/** A whole document. The same brief always gives the same bytes. */
export const htmlOf = (made: Brief): string => {
  const { subject, sections } = made;
  const among = (parts: readonly BriefPart[]) => sections.filter(({ part }) => parts.includes(part));
  const each = (part: BriefPart, write: (section: BriefSection) => string): string =>
    among([part]).map(write).join('');
  const rows = [
    row(head(made, among(['person'])[0]), 20),
    row(each('again', difference), 16),
    row(each('step', nextStep), 16),
    row(each('verdict', verdict), 20),
    row(each('withdrawn', verdict), 12),
    row(listed(among(MAIN), 'text'), 16),
    row(listed(among(BESIDES), 'tiny'), 16),
    row('&nbsp;', 0),
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
<body class="page" style="margin:0;padding:0;background-color:${INK.page}">
<table role="presentation" class="page" width="100%" ${BARE} bgcolor="${INK.page}" style="background-color:${INK.page}">
<tr><td align="center" style="padding:16px 8px">
<!--[if mso]><table role="presentation" width="600" ${BARE}><tr><td><![endif]-->
<table role="presentation" class="card" width="100%" ${BARE} bgcolor="${INK.card}" style="max-width:600px;background-color:${INK.card};border:1px solid ${INK.line};border-radius:12px;border-collapse:separate">
${filled(rows).join('\n')}
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</table>
</body>
</html>
`;
};

const head = ({ marks, band, who, subject }: Brief, person: BriefSection | undefined): string => {
  const about = (person?.lines.flatMap(partsIn) ?? []).filter((part) => part !== who);
  const title = who || (band ? 'No name given' : subject);
  const tone = TONES.get(band) ?? INK.soft;
  const word = band && `<span style="color:${tone}">&#9679;</span> ${escaped(band)}`;
  const first = [word, ...marks.map((mark) => `<strong>${escaped(mark)}</strong>`)];
  return [
    paragraph(filled(first).join(' &nbsp; '), 'ink', SIZES.small),
    `<h1 class="ink" style="margin:4px 0 0;word-break:break-word;${FONT};font-size:20px;line-height:28px;font-weight:600;color:${INK.ink}">${escaped(title)}</h1>`,
    about.length > 0 ? paragraph(shown(about.join(' · ')), 'soft', SIZES.small) : '',
  ].join('');
};

const difference = ({ lines }: BriefSection): string => {
  const [which = '', ...differences] = lines.flatMap(partsIn);
  const list = differences.map((one, i) =>
    paragraph(shown(one), i === differences.length - 1 ? 'soft' : 'ink', SIZES.small),
  );
  return ruled(paragraph(`<strong>${shown(which)}</strong>`, 'ink', SIZES.text) + list.join(''));
};

const nextStep = ({ title = '', lines }: BriefSection): string => {
  const [agreed = '', ...others] = lines.flatMap(partsIn);
  return boxed(
    [
      paragraph(`<strong>${escaped(title)}</strong> &nbsp;${shown(agreed)}`, 'ink', SIZES.text),
      others.length > 0 ? paragraph(shown(others.join(' · ')), 'soft', SIZES.small) : '',
      ...lines.flatMap(actsIn).map(button),
    ].join(''),
  );
};

/** A cell that Outlook paints and a link that fills it elsewhere; side by side where there is room. */
const button = ({ label, to, href }: BriefAct, i: number): string => {
  const words = `<strong style="font-weight:600">${escaped(label)}</strong> ${escaped(to)}`;
  if (!href) return paragraph(words, 'ink', SIZES.text);
  const { name, paint, ink } = i === 0 ? BUTTONS.main : BUTTONS.other;
  const link = `<a class="${name}-ink" href="${escaped(href)}" style="display:block;padding:11px 16px;${FONT};${SIZES.text};color:${ink};text-decoration:none;word-break:break-word">${words}</a>`;
  return `<table role="presentation" align="left" ${BARE} style="border-collapse:separate;margin:12px 8px 0 0"><tr><td class="${name}" bgcolor="${paint}" style="background-color:${paint};border:1px solid ${INK.ink};border-radius:8px;mso-padding-alt:11px 16px">${link}</td></tr></table>`;
};

const verdict = ({ lines }: BriefSection): string => {
  const reasons = lines.filter(isReason).map(({ points, because, said }) => {
    const quote = said && ` <span class="soft" style="color:${INK.soft}">${shown(said)}</span>`;
    const figure = `width:40px;font-weight:600;font-variant-numeric:tabular-nums`;
    return `<tr>${cell(escaped(points), 'ink', figure)}${cell(shown(because) + quote, 'ink')}</tr>`;
  });
  const table = `<table role="presentation" width="100%" ${BARE} style="margin:4px 0 0">${reasons.join('')}</table>`;
  const [first = '', ...others] = lines.filter((line) => !isReason(line)).map(written);
  return [
    paragraph(first, 'ink', SIZES.text),
    reasons.length > 0 ? table : '',
    ...others.map((line) => paragraph(line, 'soft', SIZES.small)),
  ].join('');
};

/** Sections as a list of titles and texts, below a line. */
const listed = (sections: readonly BriefSection[], size: 'text' | 'tiny'): string => {
  if (sections.length === 0) return '';
  const rows = sections.map(({ part, title = '', lines }) => {
    const text = lines.map(written).join('<br>');
    const value =
      size === 'tiny'
        ? cell(text, 'soft', SIZES.tiny)
        : part === 'say'
          ? cell(text, 'ink say', `border-left:2px solid ${INK.accent};padding-left:12px`)
          : cell(text, 'ink');
    const label = size === 'tiny' ? SIZES.tiny : 'font-size:13px';
    return `<tr>${cell(escaped(title), 'soft', `width:68px;${label}`)}${value}</tr>`;
  });
  return `<table role="presentation" class="line" width="100%" ${BARE} style="border-top:1px solid ${INK.line}"><tr><td colspan="2" style="font-size:0;line-height:0;height:10px">&nbsp;</td></tr>${rows.join('')}</table>`;
};

/** What a line says, escaped; what stands beside it is softer, what is still open louder. */
const written = (line: BriefLine): string => {
  if (typeof line === 'object' && 'decided' in line) {
    const figures =
      line.figures && ` <span class="soft" style="color:${INK.soft}">${shown(line.figures)}</span>`;
    const why = line.decided && `<strong style="font-weight:600">${shown(line.decided)}</strong>`;
    return why + figures;
  }
  if (typeof line === 'object' && 'asked' in line) {
    const words = answerWords(line);
    const state = words
      ? `<span class="soft" style="color:${INK.soft}">${words}</span>`
      : '<strong style="font-weight:600">Not answered: have an answer ready</strong>';
    return `${shown(line.asked)} ${state}${line.more > 0 ? ` and ${line.more} more` : ''}`;
  }
  return shown(lineText(line));
};

const row = (content: string, space: number): string =>
  content && `<tr><td align="left" style="padding:${space}px 20px 0">${content}</td></tr>`;

const boxed = (content: string): string =>
  `<table role="presentation" width="100%" ${BARE} style="border-collapse:separate"><tr><td class="box" bgcolor="${INK.page}" style="background-color:${INK.page};border-radius:10px;padding:14px 16px 16px">${content}</td></tr></table>`;

const ruled = (content: string): string =>
  `<table role="presentation" width="100%" ${BARE}><tr><td class="say" style="border-left:2px solid ${INK.accent};padding:0 0 0 12px">${content}</td></tr></table>`;

const paragraph = (content: string, name: 'ink' | 'soft', style: string): string =>
  `<p class="${name}" style="margin:0;${FONT};${style};color:${INK[name]};word-break:break-word">${content}</p>`;

const cell = (content: string, name: 'ink' | 'soft' | 'ink say', style = ''): string =>
  `<td class="${name}" valign="top" align="left" style="${FONT};${SIZES.text};color:${name === 'soft' ? INK.soft : INK.ink};padding:3px 8px 3px 0;word-break:break-word;${style}">${content}</td>`;

/** Escaped; a line never begins with the dot that joins its parts. */
const shown = (text: string): string => escaped(text).replace(/ · /g, '&nbsp;· ');

/** Safe between tags and between quotation marks. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
