import type { ByHandTexts } from './text.js';

export const enByHand: ByHandTexts = {
  byHand: 'Nothing has been sent yet. Your answers go to {company} once you send the e-mail.',
  sendByMail: 'Send by e-mail',
  noMailProgram: 'No mail program? Copy your answers and write to {email}.',
  eraseHint: 'This erases the conversation here and asks {company} to erase what you sent.',
  eraseAlone:
    'This erases the conversation here, not what {company} already has. Ask {company} directly to erase that:',
};
