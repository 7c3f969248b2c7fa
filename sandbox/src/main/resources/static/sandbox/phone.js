// The phone: which chat is open, what arrives, what is written.
import * as api from './api.js';
import { bubble, element, react, tick } from './bubbles.js';
import * as customers from './customers.js';
import * as mischief from './mischief.js';
import { translate, word } from './words.js';

const at = (id) => document.getElementById(id);
const log = at('chat');
const text = at('text');
const drawn = new Map();
let number = document.body.dataset.number;
let customer = null;
let revision = -1;
let messages = [];

function open(chosen) {
  customer = chosen;
  revision = -1;
  messages = [];
  drawn.clear();
  log.replaceChildren(element('p', 'empty', word('empty')));
  at('chat-as').textContent = `${word('as')} ${chosen.name} · ${customers.shown(chosen.key)}`;
  return refresh();
}

async function refresh() {
  try {
    const lines = customers.merge(await api.chats(number));
    if (!customer) await open(lines[0]);
    customers.draw(at('customers'), lines, customer.key, open);
    const asked = customer;
    const view = await api.chat(number, asked.key, revision);
    if (view && asked === customer) show(view);
    if (at('auto-read').checked && document.visibilityState === 'visible') await markRead();
    if (at('notice').dataset.offline) notice('');
  } catch (failure) {
    notice(word('offline'), true);
  }
}

function show(view) {
  revision = view.revision;
  messages = view.messages;
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
  if (messages.length) log.querySelector('.empty')?.remove();
  messages.filter((message) => message.type !== 'reaction').forEach(draw);
  messages.filter((message) => message.type === 'reaction').forEach((message) => {
    const target = drawn.get(message.content.message_id);
    if (target) react(target, message.content.emoji);
  });
  if (atEnd) log.scrollTop = log.scrollHeight;
}

function draw(message) {
  if (drawn.has(message.wamid)) return tick(drawn.get(message.wamid), message);
  const made = bubble(message, (kind, id, title) => send({ type: kind, buttonId: id, buttonTitle: title, messageId: message.wamid }));
  drawn.set(message.wamid, made);
  log.append(made);
}

async function send(message) {
  try {
    await api.write(customer.key, { phoneNumberId: number, name: customer.name, secondsAgo: mischief.secondsAgo(), ...message });
    notice('');
    log.scrollTop = log.scrollHeight;
    await refresh();
    return true;
  } catch (failure) {
    notice(`${word('refused')}: ${failure.message}`);
    return false;
  }
}

function quick(type) {
  const business = messages.filter((message) => !message.fromCustomer && message.type !== 'reaction');
  const caption = text.value.trim();
  if (type === 'image') return send({ type, text: caption }).then((sent) => { if (sent) text.value = ''; });
  if (type === 'reaction') return business.length ? send({ type, emoji: '❤️', messageId: business.at(-1).wamid }) : notice(word('nothingToReact'));
  if (type !== 'button_reply') return send({ type });
  const asking = business.findLast((message) => message.content.action?.buttons);
  const first = asking?.content.action.buttons[0].reply ?? { id: 'confirm', title: word('confirm') };
  return send({ type, buttonId: first.id, buttonTitle: first.title, messageId: asking?.wamid });
}

async function markRead() {
  const waiting = messages.some((message) => !message.fromCustomer && message.status === 'delivered');
  if (waiting) await api.read(number, customer.key);
}

function notice(words, offline = false) {
  at('notice').textContent = words;
  at('notice').dataset.offline = offline ? 'yes' : '';
}

async function choose(phoneNumberId) {
  number = phoneNumberId;
  history.replaceState(null, '', `?number=${encodeURIComponent(number)}`);
  await showNumbers();
  customer = null;
  await refresh();
}

async function showNumbers() {
  const all = await api.numbers();
  const options = all.map((one) => new Option(`${one.displayPhoneNumber} (${one.phoneNumberId})`, one.phoneNumberId));
  const current = all.find((one) => one.phoneNumberId === number);
  at('number').replaceChildren(...options);
  at('number').value = number;
  at('chat-title').textContent = current?.displayPhoneNumber ?? number;
  at('unconnected').hidden = current?.connected ?? false;
}

function submitText(event) {
  event.preventDefault();
  const body = text.value;
  if (body.trim()) send({ type: 'text', text: body }).then((sent) => { if (sent && text.value === body) text.value = ''; });
}

function listen() {
  at('composer').addEventListener('submit', submitText);
  text.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submitText(event);
  });
  document.querySelectorAll('[data-send]').forEach((button) => button.addEventListener('click', () => quick(button.dataset.send)));
  at('read').addEventListener('click', markRead);
  // The number may have been connected in another window meanwhile.
  window.addEventListener('focus', () => showNumbers().catch(() => notice(word('offline'), true)));
  at('number').addEventListener('change', (event) => choose(event.target.value));
  at('new-number').addEventListener('submit', async (event) => {
    event.preventDefault();
    const filled = Object.fromEntries([...new FormData(event.target)].filter(([, value]) => value));
    await api.useNumber(filled);
    await choose(filled.phoneNumberId);
  });
  const form = at('new-customer');
  form.elements.noPhone.addEventListener('change', () => {
    form.elements.phone.closest('label').hidden = form.elements.noPhone.checked;
    form.elements.phone.required = !form.elements.noPhone.checked;
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const key = form.elements.noPhone.checked ? customers.newUserId() : form.elements.phone.value.replace(/\D/g, '');
    const added = { key, name: form.elements.name.value.trim() };
    customers.add(added);
    form.reset();
    form.elements.phone.closest('label').hidden = false;
    form.elements.phone.required = true;
    open(added);
  });
}

async function poll() {
  if (document.visibilityState === 'visible') await refresh();
  setTimeout(poll, 800);
}

translate(document);
listen();
await choose(number);
await mischief.start().catch(() => notice(word('offline'), true));
poll();
