/** What a preset needs from the playbook, and how to say that it is not there. */
import type { DeliverySettings } from '../playbook/schema.js';
import type { Fault } from './preset.js';

type Setting = 'url' | 'key' | 'account' | 'form';

export interface Need {
  readonly setting: Setting;
  /** For a sentence: "the access key". */
  readonly what: string;
  /** How it looks; undefined: anything but nothing. */
  readonly looks?: RegExp;
  /** Where an owner finds it. */
  readonly cure: string;
  /** It may be left out; only a wrong look is spoken about. */
  readonly optional?: true;
}

/**
 * One fault for everything that is missing or looks wrong. A wrong look of an address is only a warning: it may be
 * a relay of the owner's own.
 */
export const faultsIn = (
  settings: DeliverySettings,
  service: string,
  needs: readonly Need[],
): readonly Fault[] =>
  needs.flatMap(({ setting, what, looks, cure, optional }): Fault[] => {
    const value: unknown = settings[setting];
    // Nobody may have checked the playbook.
    const given = typeof value === 'string' || typeof value === 'number' ? `${value}`.trim() : '';
    if (!given) {
      if (optional) return [];
      const message = `${service} needs ${what}.`;
      return [{ level: 'error', code: `${setting}-missing`, member: setting, message, cure }];
    }
    if (!looks || looks.test(given)) return [];
    const message = `"${given}" does not look like ${what} of ${service}.`;
    const level = setting === 'url' ? 'warning' : 'error';
    return [{ level, code: `${setting}-unlike`, member: setting, message, cure }];
  });
