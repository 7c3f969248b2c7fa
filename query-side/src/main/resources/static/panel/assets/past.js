// To an earlier time, by the reader's own clock; the address says which, so every link stays there.
import { local } from './times.js';

const field = document.getElementById('past-at');

if (field) {
  field.max = local(new Date());
  field.value = local(field.dataset.at ? new Date(field.dataset.at) : new Date());
  field.closest('details').addEventListener('toggle', () => { field.max = local(new Date()); });
  field.form.addEventListener('submit', (event) => {
    event.preventDefault();
    const moment = new Date(field.value);
    if (Number.isNaN(moment.getTime())) return;
    location.assign(`${location.pathname}?${new URLSearchParams({ asOf: moment.toISOString() })}`);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') field.closest('details').open = false;
  });
}
