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
  const box = document.createElement('div');
  box.className = 'toast-line';
  const words = document.createElement('span');
  words.textContent = message;
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'btn-close';
  close.setAttribute('aria-label', text('dismiss'));
  close.addEventListener('click', () => box.remove());
  box.append(words, close);
  document.getElementById('toasts')?.replaceChildren(box);
  setTimeout(() => box.remove(), 10_000);
}
