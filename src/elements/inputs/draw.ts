/** The control of a question of one of the rarer kinds. */
import { enFurther } from '../../locales/en-further.js';
import type { AllTexts } from '../../locales/index.js';
import { addressCard } from '../address-card/address-card.js';
import type { FullScene, Scene } from '../scene.js';
import type { Asked } from './asked.js';
import { countryInput } from './country-input.js';
import { dateInput } from './date-input.js';
import { pictures } from './pictures.js';
import { ratingInput } from './rating-input.js';
import { rows } from './rows.js';
import { searchList } from './search-list.js';
import { sliderInput } from './slider-input.js';

/** What these controls are drawn from: the texts of English come with them. */
export type FurtherScene = Scene<AllTexts>;

const MOST_IN_SIGHT = 12;

const withTexts = (scene: FullScene): FurtherScene => ({
  ...scene,
  texts: {
    ...enFurther,
    ...scene.texts,
    fields: { ...enFurther.fields, ...scene.texts.fields },
  },
});

/** `wrong`: the last answer was refused, and the line below the composer says why. */
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
      if (asked.options.length > MOST_IN_SIGHT) return searchList(asked, scene, wrong);
      return asked.options.some(({ image }) => image) ? pictures(asked, scene, wrong) : rows(asked, scene, wrong);
  }
};
