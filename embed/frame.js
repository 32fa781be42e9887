// The page in the frame, `embed.html?src=…`: the element with the page's parameters as its attributes. It tells
// its height to the page around it, in the words that hosts listen for, and carries permalinks across.

const ATTRIBUTES = ['src', 'lang', 'theme', 'countries', 'groups', 'concerns', 'themes', 'stances', 'query', 'view', 'order', 'permalink'];
const parameters = new URLSearchParams(location.search);

/** Whether data of another origin may be shown here: those that `embed.json` beside this page lists. */
async function isAllowed({ origin, protocol }) {
  if (!/^https?:$/.test(protocol)) return false;
  if (origin === location.origin) return true;
  const response = await fetch(new URL('embed.json', location.href)).catch(() => undefined);
  const { origins = [] } = response?.ok ? await response.json().catch(() => ({})) : {};
  return origins.includes(origin);
}

function say(text) {
  const line = document.createElement('p');
  line.setAttribute('role', 'alert');
  line.textContent = text;
  document.body.replaceChildren(line);
}

async function show() {
  const src = parameters.get('src');
  if (!src) return say('No data is named: give its address, as in embed.html?src=datapackage.json.');
  const address = URL.canParse(src, location.href) ? new URL(src, location.href) : undefined;
  if (!address || !(await isAllowed(address))) {
    return say(`“${src}” is not shown here. Data comes from ${location.host}, or from where embed.json beside this page allows.`);
  }
  const element = document.createElement('stance-matrix');
  for (const name of ATTRIBUTES) if (parameters.has(name)) element.setAttribute(name, parameters.get(name));
  element.setAttribute('loading', 'eager');
  document.body.replaceChildren(element);
  return undefined;
}

let told;
/** Tells the height, when it is another: whatever the page around listens for. */
function tell() {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  if (height === told || height === 0) return;
  told = height;
  const id = parameters.get('childId') ?? '';
  const messages = [
    // Datawrapper; the host looks for the frame that the message comes from.
    { 'datawrapper-height': { 'stance-matrix': height } },
    // pym
    ['pym', id, 'height', height].join('xPYMx'),
    // AMP
    { sentinel: 'amp', type: 'embed-size', height },
    // Medium
    JSON.stringify({ src: location.href, context: 'iframe.resize', height }),
    JSON.stringify({ type: 'set-height', value: height }),
  ];
  for (const message of messages) parent.postMessage(message, '*');
}

if (parent !== window) {
  new ResizeObserver(tell).observe(document.body);
  // embed-host.js in the page around, if it is there: links in, choices out.
  const name = 'stance-matrix:hash';
  addEventListener('message', ({ source, data }) => {
    // A fragment and nothing else, whatever the page around says: an address of its would be run here.
    if (source === parent && data?.type === name) location.replace(`#${String(data.hash).replace(/^#/, '')}`);
  });
  // The element writes the fragment after the paint that the choice leads to, and heard of that before this page did.
  const out = () => requestAnimationFrame(() => setTimeout(() => parent.postMessage({ type: name, hash: location.hash }, '*')));
  for (const event of ['filter', 'select']) addEventListener(`stance-matrix:${event}`, ({ detail }) => ['hover', 'focus', 'link'].includes(detail.by) || out());
  parent.postMessage({ type: 'stance-matrix:hello' }, '*');
}
show();
