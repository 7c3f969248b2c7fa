// Asks htmx to fetch what may be stale.
export function refresh(...names) {
  for (const name of names) document.body.dispatchEvent(new CustomEvent('live:' + name));
}

/** For when the stream may not say so, or says so later. */
export const refreshAll = () => refresh('conversations', 'thread', 'channels', 'proof', 'replays');
