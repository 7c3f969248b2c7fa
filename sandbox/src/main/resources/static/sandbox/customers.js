// Who may write: those added in this session and those the sandbox has chats with.
import { element, summary } from './bubbles.js';

const stored = 'sandbox.customers';
const first = [
  { key: '56911110001', name: 'Camila Rojas' },
  { key: '56911110002', name: 'Diego Muñoz' },
  { key: 'CL.90210000000000001', name: 'Valentina Soto' },
];

let added = load();

function load() {
  try {
    return JSON.parse(sessionStorage.getItem(stored)) ?? first;
  } catch {
    return first;
  }
}

export function add(customer) {
  added = [customer, ...added.filter((other) => other.key !== customer.key)].slice(0, 50);
  sessionStorage.setItem(stored, JSON.stringify(added));
}

export function newUserId() {
  const digits = Array.from(crypto.getRandomValues(new Uint8Array(17)), (value) => value % 10);
  return `CL.${digits.join('')}`;
}

/** Those with messages first, last message first. */
export function merge(chats) {
  const talking = chats
    .map((line) => ({ key: line.customer.phone ?? line.customer.userId, name: line.customer.name || line.customer.phone || line.customer.userId, last: line.last }))
    .sort((one, other) => String(other.last?.at ?? '').localeCompare(String(one.last?.at ?? '')));
  const known = new Set(talking.map((one) => one.key));
  return [...talking, ...added.filter((one) => !known.has(one.key))];
}

export const shown = (key) => (/^\d/.test(key) ? `+${key}` : key);

export function draw(list, customers, current, choose) {
  // Drawn again only when something changed, so that the focus stays where it is.
  const state = JSON.stringify([customers, current]);
  if (list.dataset.state === state) return;
  list.dataset.state = state;
  const focused = document.activeElement?.dataset?.key;
  list.replaceChildren(...customers.map((customer) => line(customer, current, choose)));
  if (focused) list.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
}

function line(customer, current, choose) {
  const initials = customer.name.split(/\s+/).map((part) => part[0]).join('').slice(0, 2).toUpperCase();
  const hue = [...customer.key].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 6;
  const avatar = element('span', `avatar hue${hue}`, initials);
  avatar.setAttribute('aria-hidden', 'true');
  const button = element('button', '', avatar, element('b', '', customer.name), element('small', '', customer.last ? summary(customer.last) : shown(customer.key)));
  button.type = 'button';
  button.dataset.key = customer.key;
  button.setAttribute('aria-current', String(customer.key === current));
  button.addEventListener('click', () => choose(customer));
  return element('li', '', button);
}
