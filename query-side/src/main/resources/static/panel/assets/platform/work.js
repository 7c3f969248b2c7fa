// What stands in the lists of whoever runs the installation.
import { language } from '../texts.js';

const numbers = new Intl.NumberFormat(language);
const at = (item, path) => path.split('.').reduce((value, key) => value?.[key], item);
const shown = (value) => (typeof value === 'number' ? numbers.format(value) : (value ?? '–'));

/** Puts what the JSON API says of one piece of work into its places. */
export function fill(node, item) {
  for (const place of node.querySelectorAll('[data-when]')) {
    const value = at(item, place.dataset.when);
    place.hidden = place.dataset.is ? value !== place.dataset.is : value === null || value === undefined || value === '';
  }
  for (const place of node.querySelectorAll('[data-field]')) place.textContent = shown(at(item, place.dataset.field));
  for (const time of node.querySelectorAll('[data-time]')) time.dateTime = at(item, time.dataset.time);
  const bar = node.querySelector('[data-progress]');
  if (bar && item.rebuild) {
    bar.max = Math.max(1, item.rebuild.total);
    bar.value = item.rebuild.processed;
  }
}

/** A new line of the list, made of the page's template. */
export function line(template, item) {
  const node = template.content.firstElementChild.cloneNode(true);
  node.dataset.id = item.id ?? item.name;
  fill(node, item);
  return node;
}
