// Forms and buttons that go to the JSON API: data-api on a form, data-post or data-delete on a button, data-post-change on a select.
// data-dialog opens a dialog; one whose form has done its work closes.
import { post, remove } from './api.js';
import { announce, text, toast } from './texts.js';
import { refreshAll } from './refresh.js';

/** The fields of a form as the API wants them: numbers as numbers, and what was left empty is left out. */
export function fields(form) {
  const entries = [...new FormData(form)].map(([name, value]) => [name, value.trim?.() ?? value]);
  const numeric = (name) => form.elements[name].type === 'number';
  return Object.fromEntries(entries
    .filter(([, value]) => value !== '')
    .map(([name, value]) => [name, numeric(name) ? Number(value) : value]));
}

/** Puts each error to its field, and the rest above the button. */
export function showProblem(form, problem) {
  clearProblem(form);
  const rest = [];
  for (const error of problem.errors ?? []) {
    const place = form.querySelector(`[data-error="${CSS.escape(error.field ?? '')}"]`);
    const field = form.elements[error.field];
    const known = field && complaint(field, error.code);
    if (!place) rest.push(known || english(error.message));
    else {
      place.replaceChildren(...(known ? [known] : [general(problem), ' ', english(error.message)]));
      field.setAttribute('aria-invalid', 'true');
      field.classList.add('is-invalid');
    }
  }
  const wrong = form.querySelector('[aria-invalid="true"]');
  const said = rest.length || !wrong ? [problem.message, ...rest].flatMap((part) => [part, ' ']) : [];
  form.querySelector('.form-error').replaceChildren(...said.slice(0, -1));
  wrong?.focus();
}

/** What the page can say of it in its own language. */
function general(problem) {
  return problem.code === 'invalid-request' ? text('field-refused') : problem.message;
}

/** What only the API, or the provider behind it, can say, as detail. */
function english(message) {
  const detail = document.createElement('small');
  detail.lang = 'en';
  detail.className = 'detail';
  detail.textContent = message;
  return detail;
}

export function clearProblem(form) {
  for (const place of form.querySelectorAll('[data-error], .form-error, .form-done')) place.textContent = '';
  for (const field of form.querySelectorAll('[aria-invalid]')) {
    field.removeAttribute('aria-invalid');
    field.classList.remove('is-invalid');
  }
}

/** What is wrong with a field, in the page's language; null where only the server knows. */
function complaint(field, code) {
  const { length } = field.value.trim();
  if (field.required && length === 0 && !field.validity.badInput) return text('field-missing');
  const { badInput, rangeUnderflow, rangeOverflow, stepMismatch } = field.validity;
  if (badInput || rangeUnderflow || rangeOverflow || stepMismatch)
    return text('field-range').replace('{0}', field.min).replace('{1}', field.max);
  if (field.validity.typeMismatch || code === 'email') return text('field-' + field.type);
  if (length < field.minLength) return text('field-short').replace('{0}', field.minLength);
  if (field.maxLength >= 0 && length > field.maxLength) return text('field-long').replace('{0}', field.maxLength);
  return code ? text('field-' + code) : null;
}

/** Spares the server what the page can see, and says it in the same places. */
export function check(form) {
  const errors = [...form.elements]
    .filter((field) => field.name && field.willValidate && complaint(field))
    .map((field) => ({ field: field.name, message: complaint(field) }));
  if (errors.length) showProblem(form, { message: '', errors });
  return errors.length === 0;
}

/** A field that is being mended is not blamed any more. */
document.addEventListener('input', ({ target }) => {
  if (!target.matches('[aria-invalid]')) return;
  target.removeAttribute('aria-invalid');
  target.classList.remove('is-invalid');
  const place = target.form?.querySelector(`[data-error="${CSS.escape(target.name)}"]`);
  if (place) place.textContent = '';
});

/** Runs work once at a time, with the control marked as busy. */
export async function busy(control, work) {
  if (!control || control.ariaBusy === 'true') return;
  control.ariaBusy = 'true';
  try {
    await work();
  } finally {
    control.ariaBusy = null;
  }
}

document.addEventListener('submit', (event) => {
  const form = event.target.closest('form[data-api]');
  if (!form) return;
  event.preventDefault();
  if (!check(form)) return;
  busy(form.querySelector('[type="submit"]'), async () => {
    try {
      await post(form.getAttribute('action'), fields(form), { method: form.dataset.method });
    } catch (problem) {
      return showProblem(form, problem);
    }
    clearProblem(form);
    if ('clear' in form.dataset) form.reset();
    form.closest('dialog')?.close();
    const done = form.querySelector('.form-done');
    if (done) done.textContent = done.dataset.text;
    if (form.dataset.done) announce(text(form.dataset.done));
    if (form.dataset.show) document.getElementById(form.dataset.show).scrollIntoView({ block: 'center' });
    refreshAll();
  });
});

document.addEventListener('click', ({ target }) => {
  const opener = target.closest('[data-dialog]');
  if (opener) document.getElementById(opener.dataset.dialog).showModal();
  if (target.closest('[data-dialog-close]')) target.closest('dialog').close();
});

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-post], [data-delete]');
  if (button?.dataset.post) act(button, () => post(button.dataset.post));
  else if (button) act(button, () => remove(button.dataset.delete));
});

document.addEventListener('change', (event) => {
  const select = event.target.closest('[data-post-change]');
  if (select) act(select, () => post(select.dataset.postChange, { [select.name]: select.value }));
});

function act(control, work) {
  return busy(control, async () => {
    try {
      await work();
      refreshAll();
    } catch (problem) {
      toast(problem.message);
      refreshAll();
    }
  });
}
