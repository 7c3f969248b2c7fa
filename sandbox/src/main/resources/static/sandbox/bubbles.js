// Draws messages; every text goes in as text, never as markup.
import { language, word } from './words.js';

const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' });
const calendar = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
const icons = { accepted: 'i-clock', sent: 'i-one', delivered: 'i-two', read: 'i-two', failed: 'i-bang' };

export function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ''));
  return made;
}

export function icon(id, className) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `#${id}`);
  svg.setAttribute('aria-hidden', 'true');
  if (className) svg.setAttribute('class', className);
  svg.append(use);
  return svg;
}

export function time(at) {
  const moment = new Date(at);
  const today = new Date().toDateString() === moment.toDateString();
  return (today ? clock : calendar).format(moment);
}

/** One line of a message, for lists. */
export function summary(message) {
  const content = message.content;
  switch (message.type) {
    case 'text': return content.body;
    case 'reaction': return `${word('reaction')} ${content.emoji ?? ''}`;
    case 'interactive': return reply(content)?.title ?? content.body?.text ?? word('interactive');
    case 'template': return `${word('template')}: ${content.name}`;
    default: return content.caption ?? word(icons[message.type] ? 'unknown' : message.type);
  }
}

/** @param choose called with (kind, id, title) when the customer presses a button of the message */
export function bubble(message, choose) {
  const made = element('article', message.fromCustomer ? 'bubble mine' : 'bubble');
  const who = element('span', 'unseen', word(message.fromCustomer ? 'you' : 'them'));
  made.append(who, ...body(message, choose), element('div', 'meta', time(message.at), element('span', 'state')));
  tick(made, message);
  return made;
}

/** Brings the ticks of a drawn message up to date. */
export function tick(drawn, message) {
  // The customer's own message has left the phone; nobody tells more until the business reads it.
  const status = message.status ?? 'sent';
  const state = drawn.querySelector('.state');
  if (state.dataset.status === status) return;
  state.dataset.status = status;
  const name = word(status === 'read' ? 'readState' : status);
  state.replaceChildren(icon(icons[status], `tick ${status}`), element('span', 'unseen', name));
  state.title = name;
}

export function react(drawn, emoji) {
  drawn.querySelector('.reaction')?.remove();
  drawn.classList.toggle('reacted', Boolean(emoji));
  if (emoji) drawn.append(element('span', 'reaction', emoji));
}

function body(message, choose) {
  const content = message.content;
  switch (message.type) {
    case 'text': return [element('p', '', content.body)];
    case 'location': return [thing('i-location', content.name ?? word('location'), content.address ?? `${content.latitude}, ${content.longitude}`)];
    case 'contacts': return (content.items ?? []).map((one) => thing('i-person', one.name?.formatted_name, one.phones?.[0]?.phone));
    case 'template': return [thing('i-file', `${word('template')}: ${content.name}`, content.language?.code), ...parameters(content)];
    case 'interactive': return interactive(message, choose);
    default: return media(message.type, content);
  }
}

function media(type, content) {
  const known = { image: 'i-image', video: 'i-image', sticker: 'i-image', audio: 'i-audio' };
  const detail = content.filename ?? content.link ?? content.mime_type ?? content.id;
  const caption = content.caption ? [element('p', '', content.caption)] : [];
  return [thing(known[type] ?? 'i-file', word(type), detail), ...caption];
}

function thing(id, title, detail) {
  const words = element('div', '', element('p', 'strong', title ?? ''), element('p', 'small', detail ?? ''));
  return element('div', 'thing', icon(id), words);
}

function parameters(template) {
  const texts = (template.components ?? []).flatMap((component) => component.parameters ?? []).map((one) => one.text).filter(Boolean);
  return texts.length ? [element('p', '', texts.join(' · '))] : [];
}

function reply(content) {
  return content.button_reply ?? content.list_reply ?? null;
}

function interactive(message, choose) {
  const content = message.content;
  if (message.fromCustomer) return [element('p', 'strong', reply(content)?.title ?? word('interactive'))];
  const lines = [element('p', 'strong', content.header?.text ?? ''), element('p', '', content.body?.text ?? ''), element('p', 'small', content.footer?.text ?? '')];
  return [...lines.filter((line) => line.textContent), element('div', 'choices', ...choices(content.action ?? {}, choose))];
}

function choices(action, choose) {
  const buttons = (action.buttons ?? []).map((one) => choice('button_reply', one.reply, choose));
  const rows = (action.sections ?? []).flatMap((section) => section.rows ?? []).map((row) => choice('list_reply', row, choose));
  return [...buttons, ...rows, link(action.parameters)];
}

function choice(kind, option, choose) {
  const button = element('button', '', option.title, option.description ? element('small', '', option.description) : null);
  button.type = 'button';
  button.addEventListener('click', () => choose(kind, option.id, option.title));
  return button;
}

function link(parameters) {
  if (!/^https?:\/\//.test(parameters?.url ?? '')) return null;
  const made = element('a', '', parameters.display_text ?? parameters.url);
  made.href = parameters.url;
  made.target = '_blank';
  made.rel = 'noopener noreferrer';
  return made;
}
