// Runs before the first paint, so that the page never flashes in the wrong theme, nor with the menu as it was not left.
(() => {
  const root = document.documentElement;
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const kept = (key) => {
    try {
      return localStorage.getItem('chatledger.' + key);
    } catch {
      // Storage may be switched off; what the system says is then all there is.
      return null;
    }
  };
  const apply = () => {
    root.dataset.bsTheme = kept('theme') || (dark.matches ? 'dark' : 'light');
    const side = kept('side');
    if (side) root.dataset.side = side;
  };
  apply();
  dark.addEventListener('change', apply);
  window.addEventListener('storage', apply);
})();
