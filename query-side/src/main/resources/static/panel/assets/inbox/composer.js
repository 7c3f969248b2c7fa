// Writing an answer. A text and its idempotency key are kept until the server has said yes, so that sending the same
// text again after a lost answer never sends it twice.
import { newKey, post } from '../api.js';
import { recall, remember } from '../store.js';
import { text } from '../texts.js';
import { openConversation, showEnd } from './thread.js';
import { refreshAll } from '../refresh.js';

const composer = () => document.getElementById('composer');
const area = () => document.getElementById('composer-text');
const draftKey = (id) => 'draft.' + id;

function grow() {
  const box = area();
  box.rows = 1;
  while (box.rows < 8 && box.scrollHeight > box.clientHeight + 2) box.rows += 1;
}

function setError(message) {
  document.getElementById('composer-error').textContent = message;
}

function restore() {
  if (!composer()) return;
  area().value = recall(draftKey(openConversation()))?.text ?? '';
  grow();
  if (!area().matches(':disabled') && matchMedia('(min-width: 900px) and (pointer: fine)').matches) area().focus({ preventScroll: true });
}

function keep() {
  const id = openConversation();
  const value = area().value;
  const kept = recall(draftKey(id));
  // The key belongs to the text: another text is another message.
  const key = kept?.key && kept.text.trim() === value.trim() ? kept.key : undefined;
  remember(draftKey(id), value === '' ? null : { text: value, key });
}

/** What the window allows, as the latest refresh says. */
function followWindow() {
  const form = composer();
  const state = form?.querySelector('.window');
  if (!state) return;
  const closed = state.dataset.open !== 'true';
  form.querySelector('fieldset').disabled = closed;
  form.dataset.open = String(!closed);
}

function showPending(id, body) {
  const bubble = document.getElementById('pending-bubble').content.firstElementChild.cloneNode(true);
  bubble.dataset.id = id;
  bubble.querySelector('.text').textContent = body;
  const list = document.getElementById('pending');
  list.append(bubble);
  list.hidden = false;
  showEnd();
}

async function send() {
  const id = openConversation();
  const box = area();
  const body = box.value.trim();
  if (!body || box.readOnly) return;
  const key = recall(draftKey(id))?.key ?? newKey();
  remember(draftKey(id), { text: box.value, key });
  setError('');
  box.readOnly = true;
  composer().classList.add('is-sending');
  try {
    const answer = await post(`/api/v1/conversations/${id}/messages`, { type: 'text', text: body }, { key });
    accepted(id, answer.id, body);
  } catch (problem) {
    refused(id, problem);
  } finally {
    box.readOnly = false;
    document.querySelector('#composer.is-sending')?.classList.remove('is-sending');
  }
}

function accepted(id, message, body) {
  remember(draftKey(id), null);
  if (openConversation() !== id) return;
  area().value = '';
  grow();
  area().focus({ preventScroll: true });
  if (!document.getElementById('m-' + message)) showPending(message, body);
  refreshAll();
}

function refused(id, problem) {
  if (problem.certain) remember(draftKey(id), { text: recall(draftKey(id))?.text ?? '' });
  if (openConversation() !== id) return;
  setError(problem.certain ? problem.message : `${problem.message} ${text('retry-safe')}`);
  if (problem.certain) refreshAll();
}

document.addEventListener('submit', (event) => {
  if (event.target.id !== 'composer') return;
  event.preventDefault();
  send();
});

document.addEventListener('keydown', (event) => {
  if (event.target.id !== 'composer-text' || event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  send();
});

document.addEventListener('input', (event) => {
  if (event.target.id !== 'composer-text') return;
  setError('');
  grow();
  keep();
});

document.addEventListener('thread:opened', restore);
document.addEventListener('htmx:afterSettle', followWindow);
document.addEventListener('htmx:oobAfterSwap', followWindow);
restore();
