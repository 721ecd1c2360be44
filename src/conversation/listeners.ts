/** Whoever wants to hear of something. A listener that throws keeps nobody else from hearing. */
export interface Listeners<T> {
  add(run: (news: T) => void): () => void;
  /** Answers how many listeners failed. */
  tell(news: T): number;
}

export const createListeners = <T>(): Listeners<T> => {
  const all = new Set<{ readonly run: (news: T) => void }>();
  return {
    add(run) {
      const listener = { run };
      all.add(listener);
      return () => void all.delete(listener);
    },
    tell(news) {
      let failed = 0;
      for (const { run } of [...all]) {
        try {
          run(news);
        } catch {
          failed += 1;
        }
      }
      return failed;
    },
  };
};
