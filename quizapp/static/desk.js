// Looking over and searching cards without page loads. All of it works without this too: each
// step is a form that the server answers with the next page. This comes after app.js.
'use strict';

const TYPING = 'input:not([type=hidden], [type=checkbox]), textarea, select';
let busy = false;

function put(page, address, parts) {
  for (const part of parts) {
    const [old, fresh] = [document, page].map((where) => where.querySelector(part));
    if (old && fresh) old.replaceWith(fresh);
  }
  document.title = page.title;
  history.replaceState(null, '', address);
}

async function fetched(address, options) {
  const answer = await fetch(address, options);
  return [new DOMParser().parseFromString(await answer.text(), 'text/html'), answer.url];
}

document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!form.matches('[data-swap]')) return;
  event.preventDefault();
  if (busy) return;
  busy = true;
  const body = new URLSearchParams(new FormData(form));
  if (event.submitter?.name) body.append(event.submitter.name, event.submitter.value);
  try {
    const [page, address] = await fetched(form.action, { method: 'POST', body });
    put(page, address, ['#notices', 'main']);
    window.scrollTo(0, 0);
    document.querySelector('main [autofocus]')?.focus({ preventScroll: true });
  } catch {
    complain();
  } finally {
    busy = false;
  }
});

document.addEventListener('keydown', (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
  if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
  const { target, key } = event;
  if (target.matches(TYPING)) return;
  if (key === 'Enter' && target.closest('a, button, summary')) return;
  const name = key.length === 1 ? key.toLowerCase() : key;
  const bound = [...document.querySelectorAll('[data-keys]')].find((element) =>
    element.dataset.keys.split(' ').includes(name),
  );
  if (!bound || event.repeat) return;
  event.preventDefault();
  if (busy) return; // It would be for a card that was not seen yet.
  if (bound.matches(TYPING)) bound.focus();
  else bound.click();
});

// Search as you type: the newest query wins, and the address follows.
let asked = 0;
let pause;

async function search(form) {
  const number = ++asked;
  const address = new URL(form.action);
  const said = [...new FormData(form)].filter(([name, value]) => value && value !== 'fit');
  address.search = new URLSearchParams(said);
  try {
    const [page, where] = await fetched(address);
    if (number !== asked) return;
    put(page, where, ['#results']);
  } catch {
    // What is shown stays; the next key asks again.
  }
}

document.addEventListener('input', (event) => {
  const form = event.target.closest('[data-search]');
  if (!form) return;
  clearTimeout(pause);
  pause = setTimeout(() => search(form), 120);
});

document.addEventListener('submit', (event) => {
  if (!event.target.matches('[data-search]')) return;
  event.preventDefault();
  clearTimeout(pause);
  search(event.target);
});

document.addEventListener('change', (event) => {
  if (!event.target.matches('[data-all]')) return;
  for (const box of document.querySelectorAll('#bulk input[name=card]')) {
    box.checked = event.target.checked;
  }
});
