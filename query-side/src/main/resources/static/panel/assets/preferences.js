// Theme and language.
import { forgetAll } from './store.js';
import { post } from './api.js';
import { toast } from './texts.js';

const root = document.documentElement;

function show() {
  const dark = root.dataset.bsTheme === 'dark';
  for (const button of document.querySelectorAll('[data-theme-toggle]')) button.setAttribute('aria-pressed', String(dark));
}

document.addEventListener('click', async (event) => {
  if (event.target.closest('[data-theme-toggle]')) {
    root.dataset.bsTheme = root.dataset.bsTheme === 'dark' ? 'light' : 'dark';
    try {
      localStorage.setItem('chatledger.theme', root.dataset.bsTheme);
    } catch {
      // The choice then holds for this page only.
    }
    show();
  }
  if (event.target.closest('[data-logout]')) {
    try {
      await post('/api/v1/auth/logout', {}, { headers: { 'X-Session': 'cookie' } });
      forgetAll('draft.');
      forgetAll('session');
      sessionStorage.removeItem('chatledger.left');
      location.assign('/login');
    } catch (problem) {
      toast(problem.message);
    }
  }
});

new MutationObserver(show).observe(root, { attributeFilter: ['data-bs-theme'] });
show();
