// The form of what goes wrong on purpose.
import * as api from './api.js';

const form = document.getElementById('mischief');
const badge = document.getElementById('mischief-on');
const switches = ['twice', 'parallel', 'statusesReversed', 'statusesFirst', 'dropResponse', 'errorByStatus'];

export const secondsAgo = () => Math.round(Number(document.getElementById('hours-ago').value || 0) * 3600);

export async function start() {
  show(await api.mischief());
  form.addEventListener('change', save);
  form.addEventListener('submit', (event) => event.preventDefault());
  // A reset empties the fields only after this event.
  form.addEventListener('reset', () => setTimeout(save));
}

async function save() {
  const wanted = Object.fromEntries(switches.map((name) => [name, form.elements[name].checked]));
  wanted.errorCode = form.elements.errorCode.value ? Number(form.elements.errorCode.value) : null;
  wanted.delaySeconds = Number(form.elements.delaySeconds.value) || 0;
  show(await api.setMischief(wanted));
}

function show(current) {
  switches.forEach((name) => { form.elements[name].checked = current[name]; });
  form.elements.errorCode.value = current.errorCode ?? '';
  form.elements.delaySeconds.value = current.delaySeconds;
  badge.hidden = !(current.delaySeconds || current.errorCode || switches.slice(0, 5).some((name) => current[name]));
}
