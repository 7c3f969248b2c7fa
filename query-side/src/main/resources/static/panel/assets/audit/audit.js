// The history's pages: days, moments by the reader's own clock, and what cannot be loaded.
import { busy } from '../forms.js';
import { dayName, local } from '../times.js';
import { text } from '../texts.js';

const page = document.querySelector('[data-audit]');

/** May run more than once for one part: htmx tells of each element it has put in. */
function separateDays() {
  for (const line of page.querySelectorAll('.events .day')) line.remove();
  let previous = null;
  for (const event of page.querySelectorAll('.event')) {
    const name = dayName(new Date(event.dataset.at));
    if (name !== previous) {
      const line = document.createElement('li');
      line.className = 'day';
      line.textContent = name;
      event.before(line);
    }
    previous = name;
  }
}

const moment = (form, name) => form.querySelector(`[data-instant="${name}"]`);

/** The field shows local time; what is sent is the instant beside it, which keeps its fractions until it is changed. */
function keepInstant(field) {
  const kept = field.nextElementSibling;
  // Whatever the address said: what is no instant leaves the field empty.
  if (kept.value) field.value = local(new Date(kept.value));
  // Not before it has its value: whoever is quicker than this would be told that it has none.
  field.required = 'required' in field.dataset;
  const keep = () => {
    const chosen = new Date(field.value);
    kept.value = Number.isNaN(chosen.getTime()) ? '' : chosen.toISOString();
    kept.disabled = kept.value === ''; // what was left empty is not sent
    verifyOrder(field.form);
  };
  if (!kept.value || !field.value) keep();
  field.addEventListener('input', keep);
}

function verifyOrder(form) {
  const [from, to] = [moment(form, 'from'), moment(form, 'to')];
  if (from && to) to.setCustomValidity(from.value && to.value && from.value > to.value ? text('wrong-order') : '');
}

/** Asks once; again, where that has failed and somebody opens it once more. */
function fillIn(details) {
  if (!details.open || !details.dataset.details || details.dataset.asked) return;
  details.dataset.asked = 'true';
  const body = details.querySelector('.event-body');
  htmx.ajax('GET', details.dataset.details, { source: body, target: body, swap: 'innerHTML' });
}

function goBack({ target }) {
  const button = target.closest('[data-before]');
  if (!button) return;
  const place = button.closest('li');
  busy(button, () => htmx.ajax('GET', button.dataset.before, { source: place, target: place, swap: 'outerHTML' }));
}

function failed({ detail }) {
  const waiting = detail.target?.querySelector?.('[data-loading]');
  if (!waiting) return;
  waiting.textContent = text('unexpected');
  delete waiting.closest('details')?.dataset.asked;
}

if (page) {
  separateDays();
  page.querySelectorAll('[data-instant]').forEach(keepInstant);
  // Some may have been opened before this was here.
  page.querySelectorAll('.event details').forEach(fillIn);
  page.addEventListener('toggle', ({ target }) => fillIn(target), true);
  page.addEventListener('click', goBack);
  document.addEventListener('htmx:afterSwap', separateDays);
  for (const name of ['htmx:responseError', 'htmx:sendError', 'htmx:timeout']) document.addEventListener(name, failed);
}
