/** Opens and saves playbooks as files of this computer. */
import { button, made, part } from './find.js';

interface FileHandle {
  readonly name: string;
  getFile(): Promise<File>;
  createWritable(): Promise<{ write(text: string): Promise<void>; close(): Promise<void> }>;
}

/** The File System Access API, where there is one. */
interface FilePickers {
  showOpenFilePicker?(options: object): Promise<readonly FileHandle[]>;
  showSaveFilePicker?(options: object): Promise<FileHandle>;
}

const TYPES = [{ description: 'Playbook', accept: { 'application/json': ['.json'] } }];

export interface Files {
  /** The text on the screen is another one now: saving asks for a place again. */
  renamed(name: string): void;
}

export interface FileOptions {
  text(): string;
  opened(text: string): void;
  said(words: string): void;
}

const wasCancelled = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'AbortError';

export const workWithFiles = ({ text, opened, said }: FileOptions): Files => {
  const pickers = window as FilePickers;
  const input = part('file', HTMLInputElement);
  const title = part('file-name', HTMLElement);
  let handle: FileHandle | null = null;

  const rename = (name: string, next: FileHandle | null): void => {
    title.textContent = name;
    handle = next;
  };
  const take = async (file: File, next: FileHandle | null): Promise<void> => {
    opened(await file.text());
    rename(file.name, next);
  };
  const open = async (): Promise<void> => {
    if (!pickers.showOpenFilePicker) return input.click();
    const [chosen] = await pickers.showOpenFilePicker({ types: TYPES });
    if (chosen) await take(await chosen.getFile(), chosen);
  };
  const download = (): void => {
    const url = URL.createObjectURL(new Blob([text()], { type: 'application/json' }));
    const link = made('a');
    link.href = url;
    link.download = title.textContent || 'playbook.json';
    link.click();
    URL.revokeObjectURL(url);
    said(`Saved as ${link.download} with your downloads`);
  };
  const save = async (): Promise<void> => {
    if (!pickers.showSaveFilePicker) return download();
    const target =
      handle ??
      (await pickers.showSaveFilePicker({
        types: TYPES,
        suggestedName: title.textContent || 'playbook.json',
      }));
    const stream = await target.createWritable();
    await stream.write(text());
    await stream.close();
    rename(target.name, target);
    said(`Saved ${target.name}`);
  };
  const run = (act: () => Promise<void>) => (): void => {
    act().catch((error: unknown) => {
      if (!wasCancelled(error)) said('That did not work. Copy the text instead.');
    });
  };

  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file) run(() => take(file, null))();
    input.value = '';
  });
  button('open').addEventListener('click', run(open));
  button('save').addEventListener('click', run(save));
  addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const act = { s: save, o: open }[event.key];
    if (!act) return;
    event.preventDefault();
    run(act)();
  });
  return { renamed: (name) => rename(name, null) };
};
