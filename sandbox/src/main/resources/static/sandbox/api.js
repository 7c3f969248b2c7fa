// The sandbox's own endpoints.
async function call(path, method, body) {
  const answer = await fetch(`/sandbox/api/${path}`, {
    method,
    headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw new Error(problem.detail ?? `HTTP ${answer.status}`);
  }
  return answer.status === 204 ? null : answer.json();
}

const part = encodeURIComponent;

export const write = (customer, message) => call(`customers/${part(customer)}/messages`, 'POST', message);
export const chats = (number) => call(`chats/${part(number)}`, 'GET');
export const chat = (number, customer, after) => call(`chats/${part(number)}/${part(customer)}?after=${after}`, 'GET');
export const read = (number, customer) => call(`chats/${part(number)}/${part(customer)}/read`, 'POST', {});
export const mischief = () => call('mischief', 'GET');
export const setMischief = (wanted) => call('mischief', 'PUT', wanted);
export const numbers = () => call('numbers', 'GET');
export const useNumber = (number) => call('numbers', 'PUT', number);
