/** Fetches a file of knowledge, when somebody asks a first question. */

export type KnowledgeFile =
  | { readonly ok: true; readonly text: string }
  /** unreachable: no answer. refused: the server answered with a status that is not a success. */
  | {
      readonly ok: false;
      readonly code: 'knowledge.unreachable' | 'knowledge.refused';
      readonly status?: number;
    };

/** `url` is absolute. Never rejects. */
export const fetchKnowledge = async (url: string, send: typeof fetch = fetch): Promise<KnowledgeFile> => {
  try {
    const answer = await send(url, { credentials: 'same-origin', headers: { accept: 'application/json' } });
    return answer.ok
      ? { ok: true, text: await answer.text() }
      : { ok: false, code: 'knowledge.refused', status: answer.status };
  } catch {
    return { ok: false, code: 'knowledge.unreachable' };
  }
};
