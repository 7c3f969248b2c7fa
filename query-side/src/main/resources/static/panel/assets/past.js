// To an earlier time, by the reader's own clock; the address says which, so every link stays there.
import { local } from './times.js';

const field = document.getElementById('past-at');

if (field) {
  // What came since the page was opened is part of how it is now.
  const begin = () => {
    field.max = local(new Date());
    field.value = local(field.dataset.at ? new Date(field.dataset.at) : new Date());
  };
  begin();
  field.form.addEventListener('beforetoggle', begin);
  field.form.addEventListener('submit', (event) => {
    event.preventDefault();
    const moment = new Date(field.value);
    if (Number.isNaN(moment.getTime())) return;
    location.assign(`${location.pathname}?${new URLSearchParams({ asOf: moment.toISOString() })}`);
  });
}
