// Placeholder of the skeleton: starts the module.
import('./stance-matrix.js').then((m) => m.default({ module_or_path: new URL('./stance-matrix_bg.wasm', import.meta.url) }));
