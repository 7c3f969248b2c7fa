// Connects a number of the sandbox with one click, where there is a sandbox.
import { post } from '../api.js';
import { busy } from '../forms.js';
import { refreshAll } from '../refresh.js';
import { toast } from '../texts.js';

const digits = (count) => Array.from(crypto.getRandomValues(new Uint8Array(count)), (byte) => byte % 10).join('');

/** Another company of this installation has the usual number: any other will do as well. */
function another(usual) {
  return { ...usual, displayPhoneNumber: `+56 2 2${digits(3)} ${digits(4)}`, phoneNumberId: '1' + digits(14) };
}

async function connect({ action, number }) {
  const usual = { name: 'Sandbox', provider: 'cloud_api', accessToken: 'sandbox', ...JSON.parse(number) };
  try {
    await post(action, usual);
  } catch (problem) {
    if (!['phone-number-taken', 'token-not-for-this-number'].includes(problem.code)) throw problem;
    await post(action, another(usual));
  }
}

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-number]');
  if (!button) return;
  busy(button, async () => {
    try {
      await connect(button.dataset);
      refreshAll();
      document.getElementById('main').scrollTo({ top: 0 });
    } catch (problem) {
      toast(problem.message);
    }
  });
});
