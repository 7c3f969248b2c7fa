// Calls of the public JSON API. A refusal is thrown as a Problem that knows what to tell the person.
import { text } from './texts.js';

const TIMEOUT = 20_000;

export class Problem extends Error {
  constructor(status, code, detail, errors = []) {
    super(text(code) || detail || text('unexpected'));
    Object.assign(this, { status, code, errors });
  }

  /** Whether the server has certainly done nothing, so that the next attempt is a new one. */
  get certain() {
    return [400, 402, 403, 404, 413, 422].includes(this.status) || ['window-closed', 'no-address'].includes(this.code);
  }
}

export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export async function post(url, body = {}, { key = newKey(), headers = {}, method = 'POST' } = {}) {
  const response = await attempt(url, body, { 'Idempotency-Key': key, ...headers }, method);
  if (response.status === 401 && !url.includes('/auth/')) leave();
  return read(response);
}

export async function get(url) {
  const response = await attempt(url, undefined, {}, 'GET');
  if (response.status === 401) leave();
  return read(response);
}

export async function remove(url) {
  const response = await attempt(url, undefined, {}, 'DELETE');
  if (response.status === 401) leave();
  return read(response);
}

/** To the sign-in page, once the server no longer knows the session; and back from there. */
export function leave() {
  sessionStorage.setItem('chatledger.left', String(Date.now()));
  location.assign('/login?next=' + encodeURIComponent(location.pathname + location.search));
}

const FRESH = 5_000;
let done = { position: null, at: 0 };

/** What a query has to wait for so that it shows what this page has just done; null for nothing. */
export const awaited = () => (Date.now() - done.at < FRESH ? done.position : null);

export function waitForNothing() {
  done = { position: null, at: 0 };
}

async function attempt(url, body, headers, method = 'POST') {
  try {
    return await fetch(url, {
      method,
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'chatledger', ...headers },
      body: method === 'GET' ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT),
    });
  } catch (error) {
    throw new Problem(0, error.name === 'TimeoutError' ? 'timeout' : 'offline');
  }
}

async function read(response) {
  const answer = await response.json().catch(() => ({}));
  const position = response.headers.get('Event-Position');
  if (position) done = { position, at: Date.now() };
  if (response.ok) return answer;
  throw new Problem(response.status, answer.code || 'unexpected', answer.detail || answer.title, answer.errors);
}
