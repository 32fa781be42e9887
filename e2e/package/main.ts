// What a developer writes who has installed the package: every property, method and event, with its types.
import 'stance-matrix';
import 'stance-matrix/table.css';
import type { Data, Resource, StanceMatrix, StanceMatrixPart, StanceMatrixProperty, State, Statement } from 'stance-matrix';

const statements: Statement[] = [
  { country: 'Ostland', concern: 'Bridges', stance: 'supports', quote: 'We build', source: 'The Paper', pages: 12 },
  { country: 'Westland', concern: 'Bridges', stance: 'opposes', kind: 'quote', quote: 'We do not', source: 'The Paper' },
];
const resource: Resource = { name: 'statements', data: statements, schema: { fields: [{ name: 'country' }, { name: 'concern' }, { name: 'stance' }, { name: 'quote' }] } };
const data: Data = { title: 'A made matrix', resources: [resource] };

const matrix = document.querySelector('stance-matrix')!;
matrix.data = data;
matrix.theme = 'light';
matrix.query = null;
export const part: StanceMatrixPart = 'card';
export const property: StanceMatrixProperty = '--stance-edge-9';
matrix.style.setProperty(property, 'black');

addEventListener('stance-matrix:ready', ({ detail }) => { document.title = `${detail.rows} × ${detail.columns} from ${detail.source}`; });
matrix.addEventListener('stance-matrix:select', ({ detail }) => {
  const stance: string | undefined = detail.position?.stance;
  if (detail.country && detail.by === 'press') document.title = `${detail.country} ${stance}`;
});
export function choose(element: StanceMatrix): State {
  element.select('ostland', 'bridges');
  element.state = { ...element.state, r: ['ostland'], q: 'build' };
  element.clear();
  return element.state;
}
document.querySelector('button')!.addEventListener('click', () => { throw new Error('of the page'); });
