// The menu at the side, which folds to its icons. How it was left is remembered, and put back by theme.js.
const root = document.documentElement;
const side = document.getElementById('side');
const button = document.querySelector('[data-fold]');
const ICONS_ONLY = 130;

const isOpen = () => side.getBoundingClientRect().width > ICONS_ONLY;
const show = () => button.setAttribute('aria-expanded', String(isOpen()));

if (side && button) {
  button.addEventListener('click', () => {
    root.dataset.side = isOpen() ? 'folded' : 'open';
    try {
      localStorage.setItem('chatledger.side', root.dataset.side);
    } catch {
      // The choice then holds for this page only.
    }
  });
  new ResizeObserver(show).observe(side);
}
