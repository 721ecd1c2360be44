/** Puts a text on the clipboard; answers whether that worked. Without https only the old way is left. */
export const copyText = async (text: string, root: ShadowRoot): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const box = document.createElement('textarea');
    box.value = text;
    root.append(box);
    box.select();
    const done = document.execCommand('copy');
    box.remove();
    return done;
  }
};
