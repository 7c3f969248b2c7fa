// Messages before those that the live part of a thread shows. They are put above it and stay as they are.
import { keepPlace, restorePlace } from './thread.js';

const older = () => document.getElementById('older');
let shown = [];

document.addEventListener('click', async (event) => {
  const button = event.target.closest('[data-earlier]');
  if (!button || button.ariaBusy === 'true') return;
  button.ariaBusy = 'true';
  try {
    await htmx.ajax('GET', button.dataset.earlier, { source: '#older', target: '#older', swap: 'afterbegin' });
  } finally {
    button.ariaBusy = null;
  }
});

/** What the latest messages push out of the live part would otherwise be missing between the two. */
function keepPushedOut() {
  const last = [...document.querySelectorAll('#older .bubbles')].at(-1);
  const first = document.querySelector('#messages .bubble');
  const still = shown.findIndex((one) => one.id === first?.id);
  last?.append(...(still < 0 ? shown : shown.slice(0, still)));
  shown = [];
}

document.addEventListener('htmx:beforeSwap', (event) => {
  const { target } = event.detail;
  if (target.id === 'older') {
    keepPlace();
    target.querySelector('.earlier')?.remove();
  }
  if (target.id === 'messages') shown = [...target.querySelectorAll('.bubble')];
});
document.addEventListener('htmx:afterSwap', (event) => {
  const { target } = event.detail;
  if (target.id === 'messages') keepPushedOut();
  if (target.id === 'older') restorePlace();
});
