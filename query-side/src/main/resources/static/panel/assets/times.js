// Times in the reader's own zone and language.
import { language, text } from './texts.js';

const format = (options) => new Intl.DateTimeFormat(language, options);
const TIME = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const DATE = format({ day: 'numeric', month: 'short', year: 'numeric' });
const WEEKDAY = format({ weekday: 'short' });
const SHORT = format({ day: 'numeric', month: 'short' });
const LONG = format({ weekday: 'long', day: 'numeric', month: 'long' });
const FULL = format({ dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' });
const MOMENT = format({ day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const MOMENT_OF_YEAR = format({ dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' });
const PRECISE = format({ dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' });
const DAY = 86_400_000;

const midnight = (date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
const daysAgo = (date) => Math.round((midnight(new Date()) - midnight(date)) / DAY);

/** As a field for date and time wants it: local, without a zone; empty for what it cannot show. */
export function local(date) {
  const there = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  const text = Number.isNaN(there.getTime()) ? '' : there.toISOString();
  return /^\d{4}-/.test(text) ? text.slice(0, 19) : '';
}

/** Today, yesterday, or the day's own name. */
export function dayName(date) {
  const days = daysAgo(date);
  if (days === 0) return text('today');
  if (days === 1) return text('yesterday');
  return Math.abs(days) < 300 ? LONG.format(date) : DATE.format(date);
}

const FORMATS = {
  time: (date) => TIME.format(date),
  date: (date) => DATE.format(date),
  moment: (date) => (date.getFullYear() === new Date().getFullYear() ? MOMENT : MOMENT_OF_YEAR).format(date),
  full: (date) => FULL.format(date),
  precise: (date) => PRECISE.format(date),
  until: (date) => (daysAgo(date) === 0 ? TIME.format(date) : `${WEEKDAY.format(date)} ${TIME.format(date)}`),
  smart: (date) => {
    const days = daysAgo(date);
    if (days <= 0) return TIME.format(date);
    if (days === 1) return text('yesterday');
    return days < 7 ? WEEKDAY.format(date) : SHORT.format(date);
  },
};

export function formatTimes(root) {
  for (const time of root.querySelectorAll('time[data-format]:not([title])')) {
    const date = new Date(time.dateTime);
    if (Number.isNaN(date.getTime())) continue;
    time.textContent = FORMATS[time.dataset.format]?.(date) ?? time.textContent;
    time.title = FULL.format(date);
  }
  for (const tick of root.querySelectorAll('[data-history]:not([title])')) {
    const steps = tick.querySelectorAll('.history > span');
    tick.title = Array.from(steps, (step) => step.textContent.replace(/\s+/g, ' ').trim())
      .filter((line, at, all) => line !== all[at - 1])
      .join('\n');
  }
}

// The whole page, since pieces elsewhere come along with an answer.
document.addEventListener('htmx:afterSwap', () => formatTimes(document));
