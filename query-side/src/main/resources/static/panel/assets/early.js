// The modules come late. What is pressed or sent before they are there is done once they are.
(() => {
  let kept = null;
  const keep = (event) => {
    const control = event.type === 'submit' ? event.target : event.target.closest('button[type="button"]');
    if (!control) return;
    event.preventDefault();
    event.stopPropagation();
    kept = () => (event.type === 'submit' ? control.requestSubmit() : control.click());
  };
  const types = ['click', 'submit'];
  for (const type of types) document.addEventListener(type, keep, true);
  // All modules of the page have run by then, and htmx knows the page.
  window.addEventListener('DOMContentLoaded', () => {
    for (const type of types) document.removeEventListener(type, keep, true);
    kept?.();
  });
})();
