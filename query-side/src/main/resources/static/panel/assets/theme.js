// Runs before the first paint, so that the page never flashes in the wrong theme.
(() => {
  const root = document.documentElement;
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    let chosen = null;
    try {
      chosen = localStorage.getItem('chatledger.theme');
    } catch {
      // Storage may be switched off; the system's theme is then all there is.
    }
    root.dataset.bsTheme = chosen || (dark.matches ? 'dark' : 'light');
  };
  apply();
  dark.addEventListener('change', apply);
  window.addEventListener('storage', apply);
})();
