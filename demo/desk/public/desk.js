// The little that the inbox needs a script for: it stays up to date, and the keyboard moves in it.
// Everything that is shown was rendered, and escaped, by the server.

const live = document.querySelector('[data-live]');
const state = document.getElementById('state');
const search = document.querySelector('input[type="search"]');
const TITLE = document.title;
let unseen = 0;
let asked = 0;

const rows = () => [...document.querySelectorAll('a.row')];
const refOf = (row) => row?.dataset.ref;

/** Puts the server's present list in the place of the one that is shown, keeping the focus where it is. */
const refresh = async () => {
  if (!live) return;
  const turn = ++asked;
  const response = await fetch(location.href, { headers: { Accept: 'text/html' } }).catch(() => null);
  if (!response || turn !== asked) return;
  if (response.redirected && new URL(response.url).pathname === '/login') return location.reload();
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  const list = fresh.getElementById('list');
  if (!list || turn !== asked) return;
  const known = new Set(rows().map(refOf));
  const focused = refOf(document.activeElement);
  live.replaceChildren(...list.childNodes);
  for (const count of fresh.querySelectorAll('[data-count]')) {
    const shown = document.querySelector(`nav [data-count="${count.dataset.count}"]`);
    if (shown) shown.textContent = count.textContent;
  }
  rows()
    .find((row) => refOf(row) === focused)
    ?.focus({ preventScroll: true });
  return rows().filter((row) => !known.has(refOf(row)));
};

const announce = (arrived) => {
  const news = document.getElementById('news');
  // Trials and spam are no news.
  if (!arrived?.length || !news || live.dataset.live !== 'leads') return;
  for (const row of arrived) row.classList.add('arrived');
  news.textContent =
    arrived.length === 1 ? `New lead: ${arrived[0].dataset.name}` : `${arrived.length} new leads`;
  if (!document.hidden) return;
  unseen += arrived.length;
  document.title = `(${unseen}) ${TITLE}`;
};

const listen = () => {
  const events = new EventSource('/events');
  let lost = false;
  events.addEventListener('changed', async () => announce(await refresh()));
  events.addEventListener('open', async () => {
    if (state) state.textContent = '';
    if (lost) announce(await refresh());
    lost = false;
  });
  events.addEventListener('error', () => {
    lost = true;
    if (state) state.textContent = 'No connection. Trying again.';
  });
  addEventListener('pagehide', () => events.close());
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
};

const move = (step) => {
  const all = rows();
  const at = all.indexOf(document.activeElement);
  const next =
    all[at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + step))];
  next?.focus();
};

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target.closest?.('input, textarea, select');
  if (event.key === 'Escape') {
    if (typing) typing.blur();
    else document.querySelector('a.back')?.click();
    return;
  }
  if (typing) return;
  if (event.key === 'j') move(1);
  else if (event.key === 'k') move(-1);
  else if (event.key === '/' && search) {
    event.preventDefault();
    search.focus();
    search.select();
  }
});

if (live) {
  listen();
  // Ages and what is due change by themselves.
  setInterval(refresh, 60_000);
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) return;
    unseen = 0;
    document.title = TITLE;
    void refresh();
  });
  search?.addEventListener('input', () => {
    const url = new URL(location.href);
    if (search.value) url.searchParams.set('q', search.value);
    else url.searchParams.delete('q');
    history.replaceState(null, '', url);
    void refresh();
  });
  search?.addEventListener('keydown', async (event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    await refresh();
    rows()[0]?.focus();
  });
}

for (const button of document.querySelectorAll('[data-copy]')) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener('click', async () => {
    const text = document.getElementById(button.dataset.copy)?.textContent ?? '';
    await navigator.clipboard.writeText(text).then(
      () => (button.textContent = 'Copied'),
      () => (button.textContent = 'Could not copy'),
    );
  });
}
