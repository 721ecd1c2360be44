import type { FurtherTexts } from './text.js';

export const enFurther: FurtherTexts = {
  search: 'Type to search',
  noMatch: 'Nothing matches.',
  ownWords: 'In a few words',
  choose: 'Choose',
  fields: {
    street: 'Street and number',
    postalCode: 'Postcode',
    city: 'Town or city',
    region: 'Region',
    country: 'Country',
  },
};
