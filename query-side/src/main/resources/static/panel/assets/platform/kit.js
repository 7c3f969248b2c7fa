// The lists on the sheet of all parts, filled as on their pages, but once and with samples.
import { formatTimes } from '../times.js';
import { line } from './work.js';

for (const part of document.querySelectorAll('[data-samples]')) {
  const template = part.querySelector('template');
  part.querySelector('ul').append(...JSON.parse(part.dataset.samples).map((item) => line(template, item)));
  formatTimes(part);
}
