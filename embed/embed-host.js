// Optional, for a page with the matrix in a frame: it carries permalinks into the frame and what the reader
// chooses out of it. The frame's height is told in the words that other scripts listen for.

/** The frame that a message comes from, if it shows a matrix. */
const sender = (source) => [...document.querySelectorAll('iframe[src*="embed.html"]')].find(({ contentWindow }) => contentWindow === source);

const give = (frame) => frame.contentWindow.postMessage({ type: 'stance-matrix:hash', hash: location.hash }, new URL(frame.src, location.href).origin);

addEventListener('message', ({ data, source, origin }) => {
  const frame = sender(source);
  if (!frame || origin !== new URL(frame.src, location.href).origin) return;
  if (data?.type === 'stance-matrix:hello' && location.hash) give(frame);
  if (data?.type === 'stance-matrix:hash') {
    // A fragment and nothing else: the frame has no say in the page's own address.
    const hash = String(data.hash).replace(/^#/, '');
    history.replaceState(history.state, '', hash ? `#${hash}` : location.pathname + location.search);
  }
  // The height, in the last of its dialects.
  if (typeof data === 'string' && data.startsWith('{"type":"set-height"')) frame.style.height = `${JSON.parse(data).value}px`;
});
addEventListener('hashchange', () => document.querySelectorAll('iframe[src*="embed.html"]').forEach(give));
