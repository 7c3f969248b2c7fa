// Hears from the server what has become stale. htmx's own extension in the webjar is made for htmx 1, so this is ours.
import { awaited, leave, waitForNothing } from './api.js';
import { refresh, refreshAging, refreshAll, signals } from './refresh.js';
import { text, toast } from './texts.js';

const url = document.body.dataset.stream;
const notice = document.getElementById('connection');
const HIDDEN_FOR = 60_000;
let source = null;
let failures = 0;
let hiddenTimer = 0;
let retryTimer = 0;

/** Parts of the page come and go, and with them what it has to hear. */
function listen() {
  for (const signal of source ? signals() : []) {
    if (source.heard.has(signal)) continue;
    source.heard.add(signal);
    source.addEventListener(signal, () => refresh(signal));
  }
}

function open() {
  clearTimeout(retryTimer);
  source?.close();
  source = new EventSource(url);
  source.heard = new Set();
  source.addEventListener('open', opened);
  source.addEventListener('error', failed);
  listen();
}

function opened() {
  failures = 0;
  notice.hidden = true;
  // Whatever happened while nobody listened has to be caught up with, and be it since the page was rendered.
  refreshAll();
}

function failed(event) {
  if (event.target !== source) return;
  failures += 1;
  if (failures > 1) notice.hidden = false;
  if (source.readyState !== EventSource.CLOSED) return;
  // The stream does not say why it was refused; a fragment asked for does, where the session has ended.
  if (failures === 1) refreshAll();
  retryTimer = setTimeout(open, Math.min(30_000, 1000 * 2 ** Math.min(failures, 5)) * (0.5 + Math.random() / 2));
}

function visibility() {
  clearTimeout(hiddenTimer);
  if (document.hidden) {
    // A browser allows six connections to a host: a tab nobody looks at should not keep one.
    hiddenTimer = setTimeout(() => { source?.close(); source = null; }, HIDDEN_FOR);
  } else if (!source) open();
}

if (url) {
  open();
  document.addEventListener('visibilitychange', visibility);
  window.addEventListener('online', open);
  document.addEventListener('htmx:afterSwap', listen);
  // Time passes too, without any event.
  setInterval(() => { if (!document.hidden) refreshAging(); }, 60_000);
}

// Signed out, or in as somebody else, in another tab.
window.addEventListener('storage', (event) => {
  if (!url || event.key !== 'chatledger.session') return;
  location.assign(event.newValue === null ? '/login' : '/panel');
});
document.addEventListener('htmx:configRequest', (event) => {
  if (awaited()) event.detail.headers['Wait-For-Position'] = awaited();
});
document.addEventListener('htmx:responseError', (event) => {
  const { status } = event.detail.xhr;
  if (status === 401) leave();
  else if (status === 503 && awaited()) {
    waitForNothing();
    refreshAll();
  } else toast(text(status === 404 ? 'not-found' : 'unexpected'));
});
document.addEventListener('htmx:sendError', () => { notice.hidden = false; });
document.addEventListener('htmx:afterRequest', (event) => { if (event.detail.successful && failures < 2) notice.hidden = true; });
