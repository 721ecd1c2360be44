/** What a session comes to: verdict, products that fit, and the ending with its next steps. */
import { recommend } from '../matching/recommend.js';
import { judge } from '../qualification/judge.js';
import { offersFor, wordsFor } from './ending.js';
import { isNews, isSent, type Session } from './session.js';
import type { Setting } from './setting.js';
import type { Judged, Phase } from './view.js';

/** Whether something happened after everything was with a destination that takes no changes. */
const isLate = ({ closing, handover, fold: { log } }: Session): boolean =>
  closing?.updates === false &&
  handover.is === 'sent' &&
  log.some((entry) => isNews(entry) && Date.parse(entry.at) > handover.atMs);

/** The judged part of a view. What was sent stays as it was decided then. */
export const judgedOf = (setting: Setting, session: Session, phase: Phase): Judged => {
  const { fold } = session;
  const judgement = judge(setting.playbook, fold, fold.log.at(-1)?.at ?? '');
  const closing = isSent(fold) ? session.closing : null;
  const verdict = closing?.verdict ?? judgement.verdict;
  const files = phase === 'ended' && setting.offering?.()?.files(setting, session);
  return {
    judgement,
    recommendations: recommend(setting.playbook, fold.answers, setting.needsOf),
    ending:
      phase === 'ended'
        ? Object.freeze({
            says: wordsFor(setting, fold, verdict),
            offers: offersFor(setting, fold, verdict, closing?.routed),
            chosen: fold.chosen && !fold.chosen.cancelled ? fold.chosen.offer : null,
            ...(files && files.length > 0 && { files }),
            sent: fold.submitted,
            late: isLate(session),
          })
        : null,
  };
};
