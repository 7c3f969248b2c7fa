// Asks htmx to fetch what may be stale. An element names the signals that concern it in data-live, and is asked by the
// event "live"; with data-ages, time alone makes it stale too.
const stale = new Set();
const TOGETHER = 30;
let timer = 0;

/** What comes together is one refresh. */
function mark(elements) {
  for (const element of elements) stale.add(element);
  timer ||= setTimeout(fetchStale, TOGETHER);
}

function fetchStale() {
  timer = 0;
  const elements = [...stale];
  stale.clear();
  for (const element of elements) if (element.isConnected) element.dispatchEvent(new CustomEvent('live'));
}

const live = () => [...document.querySelectorAll('[data-live]')];
const names = (element) => element.dataset.live.split(' ');

/** The signals that concern the page as it is now. */
export const signals = () => new Set(live().flatMap(names));

export const refresh = (signal) => mark(live().filter((element) => names(element).includes(signal)));

/** For when the stream may not say so, or says so later. */
export const refreshAll = () => mark(live());

export const refreshAging = () => mark(live().filter((element) => 'ages' in element.dataset));
