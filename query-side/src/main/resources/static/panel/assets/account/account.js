// Signing in and up. The server answers with HttpOnly cookies; no token is ever seen here.
import { post } from '../api.js';
import { language, text } from '../texts.js';
import { recall, remember } from '../store.js';
import { busy, check, clearProblem, fields, showProblem } from '../forms.js';

const next = () => {
  const wanted = new URLSearchParams(location.search).get('next');
  return wanted && /^\/panel([/?]|$)/.test(wanted) ? wanted : null;
};

document.addEventListener('submit', (event) => {
  const form = event.target.closest('form[data-account]');
  if (!form) return;
  event.preventDefault();
  if (check(form)) busy(form.querySelector('[type="submit"]'), () => enter(form));
});

async function enter(form) {
  const body = fields(form);
  if (form.elements.password) body.password = form.elements.password.value;
  if ('places' in form.dataset) {
    body.timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    body.locale = language;
  }
  try {
    const answer = await post(form.getAttribute('action'), body, { headers: { 'X-Session': 'cookie' } });
    clearProblem(form);
    if (answer.twoFactorRequired) return askForCode(form, answer.challenge);
    remember('session', answer.account.id);
    location.assign(next() ?? form.dataset.then);
  } catch (problem) {
    showProblem(form, problem);
  }
}

function askForCode(form, challenge) {
  const second = document.getElementById('two-factor');
  second.elements.challenge.value = challenge;
  form.hidden = true;
  second.hidden = false;
  second.elements.code.focus();
}

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-show-password]');
  if (!button) return;
  const field = document.getElementById(button.dataset.showPassword);
  const shown = field.type === 'password';
  field.type = shown ? 'text' : 'password';
  button.setAttribute('aria-pressed', String(shown));
  button.title = text(shown ? 'hide-password' : 'show-password');
});

/*
 * A link on another site leads here although somebody is signed in, since such a request comes without the cookie: from
 * here it goes on with it. Not twice in a row: a loop is worse than a form.
 */
if ('signedOut' in document.body.dataset && recall('session')) {
  if (Date.now() - Number(sessionStorage.getItem('chatledger.left')) > 10_000) {
    sessionStorage.setItem('chatledger.left', String(Date.now()));
    location.replace(next() ?? '/panel');
  } else {
    remember('session', null);
    showProblem(document.getElementById('login'), { message: text('unauthenticated') });
  }
}
