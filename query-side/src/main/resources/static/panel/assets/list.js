// The list of conversations: which one is open, arrow keys, the title's count.
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

if (list) {
  list.addEventListener('keydown', move);
  document.addEventListener('htmx:pushedIntoHistory', mark);
  document.addEventListener('htmx:afterSwap', (event) => {
    if (event.detail.target !== list) return;
    mark();
    count();
  });
  count();
}
