// The script that wasm-bindgen makes for the bridge, without what no browser that runs the widget needs, and with what
// it repeats said once. Its version is pinned; of another one that writes differently the build fails here.

const CHANGES = [
  // Each of these classes is there.
  [/let result;\s+try \{\s+result = (arg0 instanceof \w+);\s+\} catch \(_\) \{\s+result = false;\s+\}\s+const ret = result;\s+return ret;/g, 'return $1;'],
  // As old as `light-dark()`, without which the module is not started, are these too.
  [/\(typeof FinalizationRegistry === 'undefined'\)\s+\?.*\n\s+: new/g, 'new'],
  [/if \(!\('encodeInto' in cachedTextEncoder\)\) \{[^]*?\n\}\n/g, ''],
  [/const ret = typeof (?:global|self|window) === 'undefined' \? undefined : \w+;\s+return [^;]+;/g, 'return 0;'],
  // It is given a compiled module, and nothing else.
  [/if \(module !== undefined\) \{[^]*?\n    \}\n([^]*?)if \(!\(module instanceof WebAssembly\.Module\)\) \{[^]*?\n    \}\n/, '({ module } = module);\n$1'],
  // A string that goes to the module as an answer.
  [
    /(?:const|var) ptr1 = (?:isLikeNone\(ret\) \? 0 : )?passStringToWasm0\(ret, wasm\.__wbindgen_malloc, wasm\.__wbindgen_realloc\);\s+(?:const|var) len1 = WASM_VECTOR_LEN;\s+getDataViewMemory0\(\)\.setInt32\(\(arg0 >>> 0\) \+ 4 \* 1, len1, true\);\s+getDataViewMemory0\(\)\.setInt32\(\(arg0 >>> 0\) \+ 4 \* 0, ptr1, true\);/g,
    'answer(arg0, ret);',
  ],
  [/$/, `
function answer(to, text) {
    const pointer = isLikeNone(text) ? 0 : passStringToWasm0(text, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
    const view = getDataViewMemory0();
    view.setInt32(to >>> 0, pointer, true);
    view.setInt32((to >>> 0) + 4, WASM_VECTOR_LEN, true);
}
`],
];

/** The script `text`, smaller. */
export function slim(text) {
  return CHANGES.reduce((script, [pattern, replacement]) => {
    const slimmer = script.replace(pattern, replacement);
    if (slimmer === script) throw new Error(`wasm-bindgen does not write ${pattern} any more: see xtask/tools/glue.mjs`);
    return slimmer;
  }, text);
}
