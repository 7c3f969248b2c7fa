// Asks htmx to fetch what may be stale.
export function refresh(...names) {
  for (const name of names) document.body.dispatchEvent(new CustomEvent('live:' + name));
}

/** For when the stream may not say so: a moment later, everything. */
export function refreshSoon() {
  setTimeout(() => refresh('conversations', 'thread', 'channels'), 400);
}
