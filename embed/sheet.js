// A style sheet where nothing is built: its parts are fetched.
const fetched = async (name) => (await fetch(new URL(`styles/${name}`, import.meta.url))).text();

/** The text of the sheet `name`, which imports its parts. */
export async function text(name) {
  const parts = [...(await fetched(name)).matchAll(/"(.*?)"/g)].map(([, part]) => fetched(part));
  return (await Promise.all(parts)).join('');
}
