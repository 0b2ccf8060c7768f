// What every page does. Without this script nothing is missing but keys and the page below.
// It and those that bind keys stand in the head and are no modules: they are there before the
// page is painted, so that no key meets a page that cannot hear it yet.
'use strict';

// That something answers when the server does not: browsers offer it on this machine and over
// https only.
navigator.serviceWorker?.register('/worker.js').catch(() => {});

const BOX = 'input:not([type=hidden], [type=checkbox], [type=radio]), textarea';

function isChanged(form) {
  return [...form.elements].some((one) => one.matches(BOX) && one.value !== one.defaultValue);
}

// Ctrl Enter sends a form that is written in; Esc leaves it, and asks if something would be lost.
function writing(event, form) {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && event.target.matches(BOX)) {
    event.preventDefault();
    if (!event.repeat) form.requestSubmit();
  }
  const leave = form.querySelector('[data-leave]');
  if (event.key !== 'Escape' || !leave) return;
  event.preventDefault();
  if (!isChanged(form) || confirm('Leave without saving what you changed?')) leave.click();
}

document.addEventListener(
  'keydown',
  (event) => {
    if (event.isComposing || document.querySelector('dialog[open]')) return;
    const form = event.target.closest('form.edit, form#ask');
    if (form) writing(event, form);
    const opener = document.querySelector('[data-dialog]');
    if (event.key !== '?' || !opener || event.target.matches(BOX)) return;
    event.preventDefault();
    opener.click();
  },
  { capture: true },
);

document.addEventListener('click', (event) => {
  const opener = event.target.closest('[data-dialog]');
  if (!opener) return;
  event.preventDefault();
  document.getElementById(opener.dataset.dialog).showModal();
});

// The next page is on its way: what is broken off for it is no failure, and nothing may call it
// back.
let leaving = false;
addEventListener('beforeunload', () => {
  leaving = true;
});
addEventListener('pageshow', () => {
  leaving = false;
});

// A form that is on its way is not sent again by an impatient second click.
const SENT_FOR = 5000;
const sent = new WeakSet();
addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== 'post') return;
  if (sent.has(form)) event.preventDefault();
  sent.add(form);
  setTimeout(() => sent.delete(form), SENT_FOR);
});

// What is said where the server does not answer.
function complain() {
  if (leaving) return;
  const line = document.createElement('p');
  line.textContent =
    'quizapp does not answer, so this was not recorded. Is it still running? Try again then.';
  const notice = document.createElement('div');
  notice.className = 'notice';
  notice.append(line);
  document.querySelector('#notices').replaceChildren(notice);
}
