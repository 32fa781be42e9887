// Saving a file on the reader's machine.

// Milliseconds that a file is kept for the browser to take.
const KEPT = 60_000;

/** Saves `blob` under a name. */
export function save(name, blob) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // Some browsers take it only when the reader has said where to.
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT);
}
