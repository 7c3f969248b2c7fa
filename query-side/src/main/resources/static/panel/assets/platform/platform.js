// The pages of whoever runs the installation: lists that the JSON API fills.
import { get, post } from '../api.js';
import { busy, check, fields, showProblem } from '../forms.js';
import { announce, toast } from '../texts.js';
import { formatTimes } from '../times.js';
import { fill, line } from './work.js';

const page = document.querySelector('[data-platform]');
const SOON = 1_000;
const LATER = 5_000;
let next = null;
let timer = 0;

const result = (key) => page.querySelector('[data-results]')?.content.querySelector(`[data-key="${key}"]`)?.textContent;

/** What is there stays where it is, so that nobody's focus is lost. */
function show(items, more) {
  const list = page.querySelector('[data-list]');
  const known = new Map([...list.children].map((node) => [node.dataset.id, node]));
  if (!more) for (const [id, node] of known) if (!items.some((item) => (item.id ?? item.name) === id)) node.remove();
  for (const item of items) {
    const node = known.get(item.id ?? item.name);
    if (node) fill(node, item);
    else list.append(line(page.querySelector('template[data-item]'), item));
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
