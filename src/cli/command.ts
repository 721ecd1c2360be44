/** What a command gets and how it ends. */

export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** The text of a file; throws where it cannot be read. */
  read(file: string): string;
  /** Writes a file, over what is there; throws where it cannot be written. */
  write(file: string, text: string): void;
  /** Writes a new file; throws where there is one already, or it cannot be written. */
  create(file: string, text: string): void;
  /** The files in a folder and the folders in it, in order of their names; null where it is no folder. */
  files(folder: string): readonly string[] | null;
  /** Whether two names mean the same file. */
  isSame(file: string, other: string): boolean;
}

/** 0: fine. 1: the playbook has errors. 2: the command could not be carried out. */
export type ExitCode = 0 | 1 | 2;

const reasonOf = (error: unknown, missing: string): string => {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
      return missing;
    case 'EEXIST':
      return 'there is such a file already, and it is left as it is';
    case 'EISDIR':
      return 'it is a folder';
    case 'EACCES':
      return 'you may not open it';
    default:
      return 'it could not be opened';
  }
};

/** The text of a file; null where it cannot be read, which is said then. */
export const textOf = (file: string, terminal: Terminal): string | null => {
  try {
    return terminal.read(file);
  } catch (error) {
    terminal.err(`${file} cannot be read: ${reasonOf(error, 'there is no such file')}.`);
    return null;
  }
};

/** Why a file cannot be written, as one sentence. */
export const unwritable = (file: string, error: unknown): string =>
  `${file} cannot be written: ${reasonOf(error, 'there is no such folder')}.`;
