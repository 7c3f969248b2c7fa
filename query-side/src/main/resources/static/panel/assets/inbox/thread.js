// The open thread: days, where it is scrolled to, what is new, and that it has been read.
import { post } from '../api.js';
import { announce, text } from '../texts.js';
import { dayName } from '../times.js';

const pane = document.getElementById('thread');
const inbox = document.getElementById('main');
const NEAR = 120;
let anchor = null;
let seen = { conversation: null, last: null, read: null };

const scroller = () => document.getElementById('messages-scroll');
const bubbles = () => [...document.querySelectorAll('#older .bubble, #messages .bubble')];
const conversation = () => document.getElementById('messages')?.dataset.conversation ?? null;
const atBottom = (box) => box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;

/** May run more than once for one refresh: htmx tells of each element it has put in. */
function separateDays() {
  for (const line of document.querySelectorAll('.messages .day')) line.remove();
  let previous = null;
  for (const bubble of bubbles()) {
    const day = new Date(bubble.dataset.at);
    const name = dayName(day);
    if (name !== previous) {
      const line = document.createElement('li');
      line.className = 'day';
      const label = document.createElement('span');
      label.textContent = name;
      line.append(label);
      bubble.before(line);
    }
    previous = name;
  }
}

/** Remembers the first bubble in sight, so that a refresh does not move the page under the reader's eyes. */
export function keepPlace() {
  const box = scroller();
  if (!box) return;
  const top = box.getBoundingClientRect().top;
  const first = bubbles().find((bubble) => bubble.getBoundingClientRect().bottom > top);
  anchor = atBottom(box) ? null : first && { id: first.id, offset: first.getBoundingClientRect().top - top };
}

export function restorePlace() {
  separateDays();
  const box = scroller();
  const kept = anchor && document.getElementById(anchor.id);
  if (!kept) box.scrollTop = box.scrollHeight;
  else box.scrollTop += kept.getBoundingClientRect().top - box.getBoundingClientRect().top - anchor.offset;
}

function noticeNew(fresh) {
  const last = bubbles().at(-1);
  const isNew = !fresh && last && last.id !== seen.last && last.dataset.direction === 'inbound';
  if (isNew) announce(`${text('new-message')} ${last.querySelector('.text, .note, .file-name')?.textContent.trim() ?? ''}`);
  if (isNew && !atBottom(scroller())) document.getElementById('jump').hidden = false;
  seen.last = last?.id ?? null;
}

function dropConfirmed() {
  const pending = document.getElementById('pending');
  for (const one of [...pending.children]) if (document.getElementById('m-' + one.dataset.id)) one.remove();
  pending.hidden = pending.children.length === 0;
}

/** Tells the server once for each state that somebody has seen it. */
export function markRead() {
  const list = document.querySelector('#messages .bubbles');
  if (!list || document.hidden || Number(list.dataset.unread) === 0) return;
  const state = conversation() + seen.last + list.dataset.unread;
  if (seen.read === state) return;
  seen.read = state;
  post(`/api/v1/conversations/${conversation()}/read`).catch(() => { seen.read = null; });
}

/** Whoever reads the end keeps seeing it when the composer grows or a keyboard slides in. */
function follow(box) {
  let stuck = true;
  box.addEventListener('scroll', () => {
    stuck = atBottom(box);
    if (stuck) document.getElementById('jump').hidden = true;
  }, { passive: true });
  new ResizeObserver(() => { if (stuck) box.scrollTop = box.scrollHeight; }).observe(box);
}

function refreshed() {
  if (!conversation()) return;
  const fresh = conversation() !== seen.conversation;
  if (fresh) {
    anchor = null;
    seen = { conversation: conversation(), last: null, read: null };
    inbox.classList.add('has-thread');
    inbox.classList.remove('show-customer');
    follow(scroller());
    document.dispatchEvent(new CustomEvent('thread:opened', { detail: conversation() }));
  }
  dropConfirmed();
  restorePlace();
  noticeNew(fresh);
  markRead();
}

export const openConversation = conversation;

/** The end of the thread, where what was just written appears. */
export function showEnd() {
  scroller().scrollTop = scroller().scrollHeight;
}

function toggleCustomer(open) {
  const shown = inbox.classList.toggle('show-customer', open);
  for (const button of document.querySelectorAll('[data-customer-toggle]')) button.setAttribute('aria-expanded', String(shown));
  if (shown) document.querySelector('[data-customer-close]')?.focus();
  else document.querySelector('[data-customer-toggle]')?.focus();
}

if (pane) {
  document.addEventListener('htmx:beforeSwap', (event) => {
    const target = event.detail.target;
    // The reader has moved on to another conversation while this was under way.
    if (!target.isConnected) event.detail.shouldSwap = false;
    if (target.id === 'messages') keepPlace();
    // A list of choices that is open would snap shut.
    if (target.id === 'facts' && document.activeElement?.id === 'topic') event.detail.shouldSwap = false;
  });
  document.addEventListener('htmx:afterSwap', (event) => {
    if (event.detail.target.id === 'messages' || event.detail.target.id === 'thread') refreshed();
  });
  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-customer-toggle]')) toggleCustomer();
    if (event.target.closest('[data-customer-close]')) toggleCustomer(false);
    if (event.target.closest('#jump')) showEnd();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && inbox.classList.contains('show-customer')) toggleCustomer(false);
  });
  document.addEventListener('visibilitychange', markRead);
  refreshed();
}
