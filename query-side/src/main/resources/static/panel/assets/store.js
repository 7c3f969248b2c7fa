// What this browser remembers. Storage may be switched off or full: the panel works without it.
const PREFIX = 'chatledger.';

export function remember(key, value) {
  try {
    if (value === null) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // Nothing to be done.
  }
}

export function recall(key) {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + key));
  } catch {
    return null;
  }
}

export function forgetAll(prefix) {
  try {
    Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX + prefix))
      .forEach((key) => localStorage.removeItem(key));
  } catch {
    // Nothing to be done.
  }
}
