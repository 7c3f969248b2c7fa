// The list of conversations: opening one, which one is open, arrow keys, the title's count.
import { refresh } from '../refresh.js';

const list = document.getElementById('list');
const title = document.title;

function mark() {
  for (const link of list.querySelectorAll('.row-link')) {
    if (new URL(link.href).pathname === location.pathname) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

function count() {
  const unread = Array.from(list.querySelectorAll('[data-unread]'), (row) => Number(row.dataset.unread));
  const sum = unread.reduce((a, b) => a + b, 0);
  document.title = sum > 0 ? `(${sum}) ${title}` : title;
}

function move(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !event.target.matches('.row-link')) return;
  const links = [...list.querySelectorAll('.row-link')];
  const to = links[links.indexOf(event.target) + step];
  if (!to) return;
  event.preventDefault();
  to.focus();
}

/**
 * A link or button that fills the thread's pane. The pane asks, not the link: a refresh of the list may take the link
 * away before the answer comes.
 */
function open(event) {
  const link = event.target.closest('[data-open]');
  if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  htmx.ajax('GET', link.dataset.open, { source: '#thread', target: '#thread', swap: 'innerHTML' });
}

function grow(event) {
  const button = event.target.closest('[data-grow]');
  if (!button) return;
  document.getElementById('list-limit').value = button.dataset.grow;
  refresh('conversations');
}

if (list) {
  document.addEventListener('click', open);
  list.addEventListener('click', grow);
  list.addEventListener('keydown', move);
  document.addEventListener('htmx:pushedIntoHistory', mark);
  document.addEventListener('htmx:afterSwap', (event) => {
    if (event.detail.target !== list) return;
    mark();
    count();
  });
  count();
}
