/** The setting once answers can be read: translated, with a fingerprint, and able to judge. */
import { hashOf } from '../playbook/hash.js';
import type { Playbook } from '../playbook/schema.js';
import { standingOf } from '../qualification/judge.js';
import type { Readers } from './readers.js';
import { settingFor, type FullSetting } from './setting.js';

/** Prepares a playbook for one conversation. `locale` left out: the playbook's own language. */
export const fullSettingFor = (
  written: Playbook,
  base: string,
  locale?: string,
  translate?: Readers['translate'],
): FullSetting => {
  const spoken = locale ?? written.language;
  const playbook = translate?.(written, spoken) ?? written;
  const setting = settingFor({ written, playbook, locale: spoken, base, standingOf: standingOf(playbook) });
  return { ...setting, hash: hashOf(written) };
};
