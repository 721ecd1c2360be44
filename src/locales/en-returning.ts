import type { ReturningTexts } from './text.js';

export const enReturning: ReturningTexts = {
  questionsChanged:
    'Some questions have changed since you were here. Your answers stay where they still fit.',
  receipts: {
    callback: 'Your callback request is with {company}',
    booking: 'Your meeting request is with {company}',
    email: 'Your e-mail request is with {company}',
  },
  receiptsOff: {
    callback: 'Your callback request is cancelled',
    booking: 'Your meeting request is cancelled',
    email: 'Your e-mail request is cancelled',
  },
  cancel: 'Cancel',
  changeOrCancel: 'Change or cancel',
};
