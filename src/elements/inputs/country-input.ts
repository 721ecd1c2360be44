/** A country, by its name in the visitor's language. */
import type { TemplateResult } from 'lit';
import type { Asked } from './asked.js';
import { countriesIn } from './countries.js';
import type { FurtherScene } from './draw.js';
import { searchList } from './search-list.js';

export const countryInput = (asked: Asked, scene: FurtherScene, wrong: boolean): TemplateResult =>
  searchList(asked, scene, wrong, countriesIn(scene.locale));
