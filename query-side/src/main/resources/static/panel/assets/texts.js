// Sentences in the page's language, rendered by the server.
const template = document.getElementById('texts');

export const language = document.documentElement.lang || 'es';

export function text(key) {
  const found = template?.content.querySelector(`[data-key="${CSS.escape(key)}"]`);
  return found ? found.textContent : null;
}

export function announce(message) {
  const announcer = document.getElementById('announcer');
  if (announcer) announcer.textContent = message;
}

export function toast(message) {
  const box = document.getElementById('toast').content.firstElementChild.cloneNode(true);
  box.querySelector('span').textContent = message;
  box.querySelector('button').addEventListener('click', () => box.remove());
  document.getElementById('toasts')?.replaceChildren(box);
  setTimeout(() => box.remove(), 10_000);
}
