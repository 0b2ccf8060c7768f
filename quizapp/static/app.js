// What every page does: sees to it that something answers when the server does not.
// Browsers offer it on this machine and over https only; elsewhere nothing is missing but that.
navigator.serviceWorker?.register('/worker.js').catch(() => {});
