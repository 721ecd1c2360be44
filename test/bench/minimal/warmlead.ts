/** The button of the smallest panel: what it needs comes with the first click, as in the real one. */
const chat = document.createElement('warmlead-chat');
const button = document.createElement('button');
button.textContent = 'Chat';
Object.assign(button.style, { position: 'fixed', right: '20px', bottom: '20px' });
button.addEventListener('click', async () => {
  const panel = new URL('panel.js', button.dataset['base']).href;
  const { open } = (await import(panel)) as typeof import('./panel.js');
  await open(chat, button);
});
button.dataset['base'] = (document.currentScript as HTMLScriptElement).src;
chat.attachShadow({ mode: 'open' }).append(button);
document.body.append(chat);
performance.mark('warmlead:launcher');
