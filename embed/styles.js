// The styles of what comes later.

const ADDRESS = new URL('later.css', import.meta.url);

/** A link to them, for a shadow root or a page. */
export const styles = () => Object.assign(document.createElement('link'), { rel: 'stylesheet', href: ADDRESS });
