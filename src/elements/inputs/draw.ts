/** The control of a question of one of the rarer kinds. */
import { enFurther } from '../../locales/en-further.js';
import type { FurtherTexts, Texts } from '../../locales/index.js';
import { addressCard } from '../address-card/address-card.js';
import type { FullScene, Scene } from '../scene.js';
import { MOST_ROWS, type Asked } from './asked.js';
import { countryInput } from './country-input.js';
import { dateInput } from './date-input.js';

import { ratingInput } from './rating-input.js';
import { richOptions } from './rich-options.js';
import { searchList } from './search-list.js';
import { sliderInput } from './slider-input.js';

/** What these controls are drawn from: the texts of English come with them. */
export type FurtherScene = Scene<Texts & Omit<FurtherTexts, 'fields'>>;

const withTexts = (scene: FullScene): FurtherScene => ({
  ...scene,
  texts: {
    ...enFurther,
    ...scene.texts,
    fields: { ...enFurther.fields, ...scene.texts.fields },
  },
});

/** `wrong`: what was last given here was refused, and the line below says why. */
export const draw = (asked: Asked, plain: FullScene, root: ShadowRoot, wrong: boolean): unknown => {
  const scene = withTexts(plain);
  switch (asked.kind) {
    case 'date':
      return dateInput(asked, scene, wrong);
    case 'rating':
      return ratingInput(asked, scene, wrong);
    case 'number':
      return sliderInput(asked, scene, wrong);
    case 'country':
      return countryInput(asked, scene, wrong);
    case 'address':
      return addressCard(asked, scene, root);
    default:
      return asked.options.length > MOST_ROWS
        ? searchList(asked, scene, wrong)
        : richOptions(asked, scene, wrong);
  }
};
