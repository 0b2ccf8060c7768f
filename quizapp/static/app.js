// What every page does. Without this module nothing is missing but keys and the page below.
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
