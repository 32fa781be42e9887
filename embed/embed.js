// The only script a publisher includes. It defines <stance-matrix>; what an element does is in element.js,
// what the module is in module.js.
import { StanceMatrix } from './element.js';
import { follow } from './follow.js';
import { watch } from './module.js';

const TAG = 'stance-matrix';

// Included twice, or in two versions, it harms nobody: the first one counts.
if (!customElements.get(TAG)) {
  addEventListener('error', watch);
  addEventListener('unhandledrejection', watch);
  addEventListener('hashchange', follow);
  customElements.define(TAG, StanceMatrix);
}
