// How far a long piece of work is. Without this the page asks again by itself, only less
// often. `leaving` is of app.js.

const bar = document.querySelector('[data-work]');
const line = document.querySelector('[data-step-name]');

// The server makes the next page, unless another one was asked for meanwhile.
function goOn() {
  if (leaving) setTimeout(look, 400);
  else location.reload();
}

async function look() {
  try {
    const state = await (await fetch(bar.dataset.work)).json();
    if (state.over) {
      goOn();
      return;
    }
    if (state.of > 1) {
      bar.max = state.of;
      bar.value = state.done;
    } else {
      bar.removeAttribute('value');
    }
    const count = document.createElement('small');
    count.textContent = state.of > 1 ? `${Math.min(state.done + 1, state.of)} of ${state.of}` : '';
    line.replaceChildren(state.step || 'Getting ready', ' ', count);
  } catch {
    goOn(); // The server is gone, or does not know of the work any more.
    return;
  }
  setTimeout(look, 400);
}

setTimeout(look, 400);
