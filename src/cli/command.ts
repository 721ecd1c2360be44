/** What a command gets and how it ends. */

export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** The text of a file; throws where it cannot be read. */
  read(file: string): string;
}

/** 0: fine. 1: the playbook has errors. 2: the command could not be carried out. */
export type ExitCode = 0 | 1 | 2;

/** Why a file cannot be read, as one sentence. */
export const unreadable = (file: string, error: unknown): string => {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  const why =
    code === 'ENOENT'
      ? 'there is no such file'
      : code === 'EISDIR'
        ? 'it is a folder'
        : code === 'EACCES'
          ? 'you may not open it'
          : 'it could not be opened';
  return `${file} cannot be read: ${why}.`;
};
