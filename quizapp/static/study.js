// A study session without page loads: keys, focus, and how long an answer took.
// Everything here is also there without it: each step is a form that the server answers with
// the next page. This script sends the form itself, puts the new page in place, and keeps the
// keys pressed meanwhile. It comes after app.js.
'use strict';

const INTERACTIVE = 'a, button, summary, input, textarea, select';
const TYPING = 'input:not([type=hidden]), textarea, select';

let ready = false;
let sending = false;
let waiting = [];
let face = { name: '', since: 0 };

function nameOf(event) {
  const key = { ' ': 'Space' }[event.key] ?? event.key;
  const plain = key.length === 1 ? key.toLowerCase() : key;
  if (event.ctrlKey) return `Control+${plain}`;
  return event.metaKey ? `Meta+${plain}` : plain;
}

function boundTo(name) {
  return [...document.querySelectorAll('[data-keys]')].find((element) =>
    element.dataset.keys.split(' ').includes(name),
  );
}

// In a box that nothing was typed into, Space and undo mean what they mean everywhere.
function belongsToTheBox(name, box) {
  const untouched = box.matches('#typed') && box.value === '';
  return !(untouched && (name === 'Space' || name.endsWith('+z')));
}

function press(name) {
  const element = boundTo(name);
  element?.click();
  if (element?.matches('summary')) intoPanel(element.parentElement);
  return Boolean(element);
}

// A panel that a key opened has the focus on its first choice.
function intoPanel(panel) {
  if (panel.open) panel.querySelector('button, a')?.focus();
}

// In an open panel of reasons, a digit chooses one.
function chosenReason(name) {
  if (!/^[1-9]$/.test(name)) return undefined;
  return document.querySelectorAll('details.more[open] button[name="reason"]')[Number(name) - 1];
}

document.addEventListener('keydown', (event) => {
  if (document.querySelector('dialog[open]')) return; // Its own keys close it.
  if (event.altKey || event.isComposing || event.defaultPrevented) return;
  const name = nameOf(event);
  const target = event.target;
  if (target.matches(TYPING) && !sending) {
    if (name === 'Escape') target.blur();
    if (belongsToTheBox(name, target)) return;
  }
  if (name === 'Escape') closePanels();
  if (!sending && moveByArrow(name, target)) {
    event.preventDefault();
    return;
  }
  const confirms = name === 'Space' || name === 'Enter';
  if (event.repeat && (confirms || boundTo(name))) {
    event.preventDefault(); // A key held down answers once.
    return;
  }
  if (sending || !ready) {
    if (!(ready ? isOfThePage(name) : mayBecomeBound(name))) return;
    event.preventDefault();
    waiting.push(name);
    return;
  }
  if (confirms && target.closest(INTERACTIVE) && !target.matches(TYPING)) return;
  const reason = chosenReason(name);
  reason?.click();
  if (reason || press(name)) event.preventDefault();
});

function isOfThePage(name) {
  return /^(?:Space|Enter|[1-9])$/.test(name) || boundTo(name);
}

// While the page is still coming, what it has of its keys is not all. Before anything of it is
// there, keys are meant for the page before.
function mayBecomeBound(name) {
  return /^(?:.|Space|Enter|(?:Control|Meta)\+z)$/.test(name) && document.querySelector('main');
}

function elapsed() {
  return Math.round(performance.now() - face.since);
}

function noteFace() {
  const name = document.querySelector('main').dataset.face ?? '';
  if (name !== face.name) face = { name, since: performance.now() };
}

function put(page, address) {
  // The frame stays where it can, so that the notices keep being read out.
  const sameFrame = page.body.className === document.body.className;
  for (const part of sameFrame ? ['#counts', '#undo', '#notices', 'main'] : ['body']) {
    const [old, fresh] = [document, page].map((where) => where.querySelector(part));
    if (old && fresh) old.replaceWith(fresh);
  }
  document.title = page.title;
  history.replaceState(null, '', address);
  window.scrollTo(0, 0);
  noteFace();
  document.querySelector('main [autofocus]')?.focus({ preventScroll: true });
  say([...document.querySelectorAll('.verdict, .answer .key')].map((one) => one.textContent.trim()));
}

// Whoever does not see the page hears how it turned out, whatever has the focus.
function say(lines) {
  const place = document.querySelector('#said');
  if (place) place.textContent = lines.length ? `Result: ${lines.join('. ')}` : '';
}

async function load(form, data) {
  const address = new URL(form.getAttribute('action'), location.href);
  if (form.method === 'get') {
    address.search = data;
    return fetch(address);
  }
  return fetch(address, { method: 'POST', body: data });
}

async function send(form, data) {
  sending = true;
  try {
    const answer = await load(form, data);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    put(page, answer.url);
  } catch {
    waiting = [];
    complain();
  } finally {
    sending = false;
  }
  resume(data.has('rating'));
}

// The keys pressed meanwhile, in their order. A digit right after a rating is a slip of the
// finger and not a choice on the next card.
function resume(rated) {
  const keys = waiting;
  waiting = [];
  while (rated && /^[1-9]$/.test(keys[0])) keys.shift();
  while (keys.length && !sending) press(keys.shift());
  waiting = keys;
}

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!form.matches('[data-step]')) return;
  event.preventDefault();
  if (sending) return;
  const data = new URLSearchParams(new FormData(form));
  if (event.submitter?.name) data.append(event.submitter.name, event.submitter.value);
  if (data.has('duration_ms')) data.set('duration_ms', elapsed());
  send(form, data);
});

function closePanels(except) {
  for (const panel of document.querySelectorAll('details.more[open]')) {
    if (panel !== except) panel.open = false;
  }
}

document.addEventListener('click', (event) => {
  const panel = event.target.closest('details.more');
  closePanels(event.target.closest('[data-dialog]') ? null : panel);
});

document.addEventListener('click', (event) => {
  const opener = event.target.closest('[data-opens]');
  if (!opener) return;
  event.preventDefault();
  const panel = document.getElementById(opener.dataset.opens);
  panel.hidden = !panel.hidden;
  opener.setAttribute('aria-expanded', String(!panel.hidden));
  if (!panel.hidden) panel.scrollIntoView({ block: 'nearest' });
});

// An order: its steps move by their buttons, by arrow keys, or by drag.

function settle(list, item) {
  const items = [...list.children];
  items.forEach((one, index) => {
    const [up, down] = one.querySelectorAll('[data-move]');
    up.disabled = index === 0;
    down.disabled = index === items.length - 1;
    up.value = `${index}-up`;
    down.value = `${index}-down`;
  });
  const text = item.querySelector('.step').textContent;
  list.parentElement.querySelector('[data-ordering-news]').textContent =
    `${text}: ${items.indexOf(item) + 1} of ${items.length}`;
}

function move(item, way) {
  const other = way === 'up' ? item.previousElementSibling : item.nextElementSibling;
  if (!other) return;
  if (way === 'up') other.before(item);
  else other.after(item);
  settle(item.parentElement, item);
  const button = item.querySelector(`[data-move=${way}]`);
  (button.disabled ? item.querySelector('[data-move]:not([disabled])') : button).focus();
}

function moveByArrow(name, target) {
  const item = target.closest('[data-ordering] > li');
  if (!item || !['ArrowUp', 'ArrowDown'].includes(name)) return false;
  move(item, name === 'ArrowUp' ? 'up' : 'down');
  return true;
}

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-move]');
  if (!button || sending) return;
  event.preventDefault();
  move(button.closest('li'), button.dataset.move);
});

let dragged = null;

document.addEventListener('pointerdown', (event) => {
  const item = event.target.closest('[data-ordering] > li');
  if (!item || event.button || event.target.closest('button')) return;
  // A finger that is not on the grip scrolls the page.
  if (event.pointerType === 'touch' && !event.target.closest('[data-grip]')) return;
  event.preventDefault();
  dragged = item;
  item.classList.add('dragged');
  item.setPointerCapture(event.pointerId);
});

document.addEventListener('pointermove', (event) => {
  if (!dragged) return;
  const over = [...dragged.parentElement.children].find((item) => {
    const { top, bottom } = item.getBoundingClientRect();
    return item !== dragged && event.clientY > top && event.clientY < bottom;
  });
  if (!over) return;
  const { top, height } = over.getBoundingClientRect();
  if (event.clientY < top + height / 2) over.before(dragged);
  else over.after(dragged);
});

for (const end of ['pointerup', 'pointercancel']) {
  document.addEventListener(end, () => {
    if (!dragged) return;
    dragged.classList.remove('dragged');
    settle(dragged.parentElement, dragged);
    dragged = null;
  });
}

// A quiz against the clock: the server keeps the time, this only shows it.

const begun = new WeakMap();

function tick() {
  const clock = document.querySelector('[data-seconds-left]');
  if (!clock) return;
  if (!begun.has(clock)) begun.set(clock, performance.now());
  const passed = (performance.now() - begun.get(clock)) / 1000;
  const left = Math.max(0, Math.ceil(clock.dataset.secondsLeft - passed));
  clock.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  if (left === 0 && !sending && !leaving) location.reload();
}

document.addEventListener('DOMContentLoaded', () => {
  ready = true;
  noteFace();
  setInterval(tick, 1000);
  resume(false);
});
