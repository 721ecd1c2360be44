/** Fetches a playbook. The only request before the first question besides our own files. */

export type PlaybookFile =
  | { readonly ok: true; readonly text: string; readonly url: string }
  /** unreachable: no answer. refused: the server answered with a status that is not a success. */
  | {
      readonly ok: false;
      readonly code: 'playbook.unreachable' | 'playbook.refused';
      readonly url: string;
      readonly status?: number;
    };

/** `url` may be relative to the page. Never rejects. */
export const fetchPlaybook = async (url: string, send: typeof fetch = fetch): Promise<PlaybookFile> => {
  try {
    const absolute = new URL(url, document.baseURI).href;
    const answer = await send(absolute, {
      credentials: 'same-origin',
      headers: { accept: 'application/json' },
    });
    return answer.ok
      ? { ok: true, text: await answer.text(), url: absolute }
      : { ok: false, code: 'playbook.refused', url: absolute, status: answer.status };
  } catch {
    return { ok: false, code: 'playbook.unreachable', url };
  }
};
