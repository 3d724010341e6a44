/**
 * The page's script. It sends what `data-send` says, and every two seconds brings the page up to date node by node, so
 * that focus, open details, selected text and whatever is being typed stay as they are.
 */
export const pageScript = `
'use strict';
const announcement = document.getElementById('announcement');

function announce(text) {
  announcement.textContent = text;
  announcement.classList.add('shown');
  clearTimeout(announce.timer);
  announce.timer = setTimeout(() => announcement.classList.remove('shown'), 2500);
}

async function send(element, body) {
  const [method, url] = element.dataset.send.split(' ');
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(url, { method, headers, body: method === 'DELETE' ? undefined : JSON.stringify(body) });
  const answer = response.status === 204 ? {} : await response.json();
  const error = element.querySelector && element.querySelector('.error');
  if (error) error.textContent = response.ok ? '' : answer.error;
  if (!response.ok) return announce(answer.error);
  if (element.dataset.done) announce(element.dataset.done);
  if (element.dataset.then) return location.assign(element.dataset.then.replace(':id', answer.id));
  await refresh(true);
}

document.addEventListener('submit', (event) => {
  const form = event.target;
  event.preventDefault();
  const fields = Object.fromEntries(new FormData(form));
  send(form, form.dataset.nest ? { [form.dataset.nest]: fields } : fields);
});

document.addEventListener('change', (event) => {
  const control = event.target;
  if (!control.dataset.send) return;
  const value = control.type === 'checkbox' ? control.checked : control.type === 'number' ? control.valueAsNumber : control.value;
  const fixed = control.dataset.with ? JSON.parse(control.dataset.with) : {};
  send(control, 'json' in control.dataset ? JSON.parse(value) : { ...fixed, [control.name]: value });
});

document.addEventListener('click', async (event) => {
  const button = event.target.closest('button');
  if (!button) return;
  if (button.dataset.copy) {
    await navigator.clipboard.writeText(button.dataset.copy);
    announce('Copied');
  } else if (button.dataset.send && (!button.dataset.confirm || confirm(button.dataset.confirm))) {
    send(button, {});
  }
});

document.addEventListener('toggle', async (event) => {
  const details = event.target;
  if (!details.open || !details.dataset.load) return;
  const response = await fetch(details.dataset.load);
  details.querySelector('pre').textContent = JSON.stringify((await response.json()).payload, null, 2);
}, true);

function morph(from, to, force) {
  if (from.nodeType !== Node.ELEMENT_NODE) {
    if (from.nodeValue !== to.nodeValue) from.nodeValue = to.nodeValue;
    return;
  }
  if ('keep' in from.dataset) return;
  const isField = from.matches('select, input');
  if (isField && from === document.activeElement && !force) return;
  for (const { name } of [...from.attributes]) {
    if (name !== 'open' && !to.hasAttribute(name)) from.removeAttribute(name);
  }
  for (const { name, value } of to.attributes) {
    if (from.getAttribute(name) !== value) from.setAttribute(name, value);
  }
  morphChildren(from, to, force);
  if (isField && from.type === 'checkbox') from.checked = to.checked;
  else if (isField && from.value !== to.value) from.value = to.value;
}

function morphChildren(from, to, force) {
  let at = from.firstChild;
  for (const wanted of [...to.childNodes]) {
    let match = at && at.nodeName === wanted.nodeName && !at.id && !wanted.id ? at : null;
    if (wanted.id) match = [...from.children].find((child) => child.id === wanted.id) || null;
    if (!match) {
      from.insertBefore(wanted.cloneNode(true), at);
      continue;
    }
    if (match !== at) from.insertBefore(match, at);
    morph(match, wanted, force);
    at = match.nextSibling;
  }
  while (at) {
    const next = at.nextSibling;
    at.remove();
    at = next;
  }
}

let refreshing = false;
async function refresh(force) {
  if (refreshing && !force) return;
  refreshing = true;
  try {
    const response = await fetch(location.href, { headers: { Accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (response.redirected && !force) location.assign('/ui/');
    morph(document.getElementById('main'), page.getElementById('main'), force);
    document.body.classList.remove('lost');
  } catch {
    document.body.classList.add('lost');
  } finally {
    refreshing = false;
  }
}
setInterval(() => document.hidden || refresh(false), 2000);
`;
