/** Why an answer of the rarer sort was not taken. Comes with what reads them; other languages have all in one. */
export const enRefusals: { readonly [code: string]: string } = {
  'choice.words-missing': 'Which? A few words are enough.',
  'choices.too-few': 'Pick at least {min}.',
  'choices.too-many': 'Pick at most {max}.',
  'choices.unknown': 'I can’t match that. Tap what fits.',
  'number.other-currency': 'I need the amount in {currency}.',
  'email.free': 'An address at work helps us more. If this is the only one you have, send it once more.',
  'email.disposable':
    'Mail to that address may not reach you for long. If it is the only one you have, send it once more.',
  'date.unreadable': 'I need a day, for example 15 Dec 2026.',
  'date.ambiguous': 'Which is the day and which the month? Write it like 15 Dec 2026.',
  'date.year-missing': 'Which year? Write it like 15 Dec 2026.',
  'date.impossible': 'There is no such day in the calendar.',
  'date.too-early': 'That’s too early. It can be {earliest} or later.',
  'date.too-late': 'That’s too late. It can be {latest} or earlier.',
  'rating.unknown': 'I need a number from 1 to {max}.',
  'rating.outside': 'It goes from 1 to {max}.',
  'country.empty': 'I need a country here.',
  'country.unknown': 'I don’t know that country. Its English name or two letters work, for example DE.',
  'address.unreadable': 'I couldn’t read that. Fill in the fields above.',
  'url.empty': 'I need the address of a website here.',
  'url.invalid': 'That doesn’t look like a website, for example company.com.',
};
