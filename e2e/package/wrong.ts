// What the types must not let through: each line below is an error, or the check fails.
import type { StanceMatrix } from 'stance-matrix';

export function wrong(matrix: StanceMatrix) {
  // @ts-expect-error
  matrix.data = 7;
  // @ts-expect-error
  matrix.theme = 'pink';
  // @ts-expect-error
  matrix.state = { rows: ['ostland'] };
  // @ts-expect-error
  matrix.select('ostland');
  // @ts-expect-error
  matrix.start();
  // @ts-expect-error
  matrix.addEventListener('stance-matrix:error', ({ detail }) => detail.reason === 'tired');
  // @ts-expect-error
  document.createElement('stance-matrix').shows;
}
