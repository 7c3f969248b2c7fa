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

let last = 0;
let saving = Promise.resolve();

/** One at a time: two changes at once must not overtake each other. Only the last is worth saving. */
function save() {
  const mine = ++last;
  saving = saving.then(async () => {
    if (mine !== last) return;
    const asked = wanted();
    const current = await api.setMischief(asked).catch(() => null);
    // Whoever has gone on typing meanwhile keeps what is typed; it is saved when the field is left.
    if (current && JSON.stringify(asked) === JSON.stringify(wanted())) show(current);
  });
}

function wanted() {
  const wanted = Object.fromEntries(switches.map((name) => [name, form.elements[name].checked]));
  wanted.errorCode = form.elements.errorCode.value ? Number(form.elements.errorCode.value) : null;
  wanted.delaySeconds = Number(form.elements.delaySeconds.value) || 0;
  return wanted;
}

function show(current) {
  switches.forEach((name) => { form.elements[name].checked = current[name]; });
  form.elements.errorCode.value = current.errorCode ?? '';
  form.elements.delaySeconds.value = current.delaySeconds;
  badge.hidden = !(current.delaySeconds || current.errorCode || switches.slice(0, 5).some((name) => current[name]));
}
