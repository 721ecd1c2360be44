import { type Parse, refused } from './answer-kind.js';
import { optionNamed } from './choice.js';
import { folded } from './clean-text.js';

const YES =
  /^(?:y|yes|yeah|yep|yup|sure|of course|ok|okay|true|j|ja|jo|jawohl|klar|gerne|natürlich|نعم|أجل|ايوه|أيوه|أكيد|موافق)$/;
const NO = /^(?:n|no|nope|nah|not really|false|nein|ne|nö|nee|لا|كلا|لأ)$/;

const parseWith =
  (code: string): Parse =>
  (raw, { options }) => {
    const word = optionNamed(raw, options)?.value ?? folded(raw.slice(0, 100)).replace(/[.!]+$/, '');
    return YES.test(word)
      ? { ok: true, value: true }
      : NO.test(word)
        ? { ok: true, value: false }
        : refused(code);
  };

/** Yes or no: an option of that value, or a word of any language we know. */
export const parseYesNo = /* @__PURE__ */ parseWith('yesNo.unknown');
/** The same for a consent, whose log entry is `consented`. */
export const parseConsent = /* @__PURE__ */ parseWith('consent.unknown');
