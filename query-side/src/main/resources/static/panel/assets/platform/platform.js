// The pages of whoever runs the installation: lists that the JSON API fills.
import { get, post } from '../api.js';
import { busy, check, fields, showProblem } from '../forms.js';
import { announce, language, toast } from '../texts.js';
import { formatTimes } from '../times.js';

const page = document.querySelector('[data-platform]');
const SOON = 1_000;
const LATER = 5_000;
const numbers = new Intl.NumberFormat(language);
let next = null;
let timer = 0;

const at = (item, path) => path.split('.').reduce((value, key) => value?.[key], item);
const shown = (value) => (typeof value === 'number' ? numbers.format(value) : (value ?? '–'));
const result = (key) => page.querySelector('[data-results]')?.content.querySelector(`[data-key="${key}"]`)?.textContent;

function fill(node, item) {
  for (const place of node.querySelectorAll('[data-when]')) {
    const value = at(item, place.dataset.when);
    place.hidden = place.dataset.is ? value !== place.dataset.is : value === null || value === undefined || value === '';
  }
  for (const place of node.querySelectorAll('[data-field]')) place.textContent = shown(at(item, place.dataset.field));
  for (const time of node.querySelectorAll('[data-time]')) time.dateTime = at(item, time.dataset.time);
  const bar = node.querySelector('[data-progress]');
  if (bar && item.rebuild) {
    bar.max = Math.max(1, item.rebuild.total);
    bar.value = item.rebuild.processed;
  }
}

function line(item) {
  const node = page.querySelector('template[data-item]').content.firstElementChild.cloneNode(true);
  node.dataset.id = item.id ?? item.name;
  fill(node, item);
  return node;
}

/** What is there stays where it is, so that nobody's focus is lost. */
function show(items, more) {
  const list = page.querySelector('[data-list]');
  const known = new Map([...list.children].map((node) => [node.dataset.id, node]));
  if (!more) for (const [id, node] of known) if (!items.some((item) => (item.id ?? item.name) === id)) node.remove();
  for (const item of items) {
    const node = known.get(item.id ?? item.name);
    if (node) fill(node, item);
    else list.append(line(item));
  }
  page.querySelector('[data-loading]').hidden = true;
  const none = page.querySelector('[data-none]');
  if (none) none.hidden = list.childElementCount > 0;
  const rest = page.querySelector('[data-more]');
  if (rest) rest.hidden = !next;
  formatTimes(page);
}

async function load(more = false) {
  clearTimeout(timer);
  const filter = page.querySelector('[data-filter]');
  const query = new URLSearchParams(filter ? fields(filter) : {});
  if (more && next) query.set('cursor', next);
  try {
    const part = await get(`${page.dataset.api}?${query}`);
    next = part.nextCursor;
    show(part.items, more);
    if (page.dataset.platform === 'projections') again(part.items);
  } catch (problem) {
    toast(problem.message);
    if (page.dataset.platform === 'projections') again([]);
  }
}

function again(items) {
  const running = items.some((item) => item.rebuild?.state === 'running');
  timer = setTimeout(() => (document.hidden ? again(items) : load()), running ? SOON : LATER);
}

const path = (control, what) => `${page.dataset.api}/${encodeURIComponent(control.closest('[data-id]').dataset.id)}/${what}`;

function act(control, work) {
  return busy(control, async () => {
    try {
      const answer = await work();
      const words = result(answer.result ?? answer.status);
      if (words) (answer.result === 'failing' ? toast : announce)(words);
    } catch (problem) {
      toast(problem.message);
    }
    await load();
  });
}

if (page) {
  page.addEventListener('click', (event) => {
    const button = event.target.closest('[data-do]');
    if (button) act(button, () => post(path(button, button.dataset.do)));
    const more = event.target.closest('[data-more]');
    if (more) busy(more, () => load(true));
  });
  page.addEventListener('submit', (event) => {
    event.preventDefault();
    const form = event.target;
    if ('filter' in form.dataset) load();
    else if (!check(form)) return;
    else busy(form.querySelector('[type="submit"]'), async () => {
      try {
        await post(path(form, 'discard'), fields(form));
        announce(result('discarded'));
      } catch (problem) {
        showProblem(form, problem);
        return;
      }
      await load();
    });
  });
  load();
}
