// Forms and buttons that go to the JSON API: data-api on a form, data-post on a button, data-post-change on a select.
import { post } from './api.js';
import { announce, text, toast } from './texts.js';
import { refreshSoon } from './refresh.js';

/** The fields of a form as the API wants them: what was left empty is left out. */
export function fields(form) {
  const entries = [...new FormData(form)].map(([name, value]) => [name, value.trim?.() ?? value]);
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}

/** Puts each error to its field, and the rest above the button. */
export function showProblem(form, problem) {
  clearProblem(form);
  const rest = [];
  for (const error of problem.errors ?? []) {
    const place = form.querySelector(`[data-error="${CSS.escape(error.field ?? '')}"]`);
    if (!place) rest.push(error.message);
    else {
      place.textContent = error.message;
      form.elements[error.field].setAttribute('aria-invalid', 'true');
      form.elements[error.field].classList.add('is-invalid');
    }
  }
  const wrong = form.querySelector('[aria-invalid="true"]');
  form.querySelector('.form-error').textContent = rest.length || !wrong ? [problem.message, ...rest].join(' ') : '';
  wrong?.focus();
}

export function clearProblem(form) {
  for (const place of form.querySelectorAll('[data-error], .form-error')) place.textContent = '';
  for (const field of form.querySelectorAll('[aria-invalid]')) {
    field.removeAttribute('aria-invalid');
    field.classList.remove('is-invalid');
  }
}

/** The browser's own checks, shown in our own places. */
export function check(form) {
  const errors = [...form.elements]
    .filter((field) => field.name && field.willValidate && !field.validity.valid)
    .map((field) => ({ field: field.name, message: field.validationMessage }));
  if (errors.length) showProblem(form, { message: errors[0].message, errors });
  return errors.length === 0;
}

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
      await post(form.getAttribute('action'), fields(form));
    } catch (problem) {
      return showProblem(form, problem);
    }
    clearProblem(form);
    if ('clear' in form.dataset) form.reset();
    if (form.dataset.done) announce(text(form.dataset.done));
    if (form.dataset.then) return location.assign(form.dataset.then);
    refreshSoon();
  });
});

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-post]');
  if (button) act(button, button.dataset.post);
});

document.addEventListener('change', (event) => {
  const select = event.target.closest('[data-post-change]');
  if (select) act(select, select.dataset.postChange, { [select.name]: select.value });
});

function act(control, url, body) {
  return busy(control, async () => {
    try {
      await post(url, body);
      refreshSoon();
    } catch (problem) {
      toast(problem.message);
      refreshSoon();
    }
  });
}

document.addEventListener('click', (event) => {
  if (!event.target.closest('[data-sandbox-fill]')) return;
  const digits = (count) => Array.from(crypto.getRandomValues(new Uint8Array(count)), (byte) => byte % 10).join('');
  const form = document.getElementById('connect');
  const made = {
    name: 'Sandbox', provider: 'cloud_api', displayPhoneNumber: '+1 555 01' + digits(2),
    phoneNumberId: '1' + digits(14), wabaId: '1' + digits(14), accessToken: 'sandbox-' + digits(12),
  };
  for (const [name, value] of Object.entries(made)) form.elements[name].value = value;
  clearProblem(form);
  form.querySelector('[type="submit"]').focus();
});
