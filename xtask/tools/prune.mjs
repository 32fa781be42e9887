// Takes out of a module what Yew brings and the widget never comes to: `prune(FILE)`. A function that is
// named here does nothing but end the module; what only it calls goes when the module is optimised. Should
// a view ever come to need one, the first page that is opened says so: the widget breaks off there.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

// The parser and writer of wasm-opt, installed beside it.
const tools = join(process.cwd(), 'target/tools/npm/');
const { default: binaryen } = await import(pathToFileURL(createRequire(tools).resolve('binaryen')).href);

// As Rust names them, in its old and its new way.
const NEVER = [
  // Listening through Yew: one listener of ours hears everything (src/host/listen.rs).
  /SubtreeData>?::add_listener(::\{.*\})?$/,
  /EventDescriptor as .*Clone>::clone$/,
  /ListenerRegistration>?::register$/,
  /listeners::Registry>?::unregister$/,
  /BSubtree>?::ensure_handled$/,
  // Markup as text, portals, components that wait.
  /::(VRaw|VPortal|VSuspense) as .*Reconcilable>::attach$/,
  /BRaw>?::detach_bundle$/,
  /BaseSuspense>?::resume$/,
  /find_parent_scope::<.*BaseSuspense>$/,
  /ComponentState>?::suspend::\{.*\}$/,
  /Rc<.*(VPortal|VSuspense)> as .*RcExt<.*>>::\w+$/,
  // What of listening is kept by its descriptor; and attributes whose names are not known beforehand.
  /BuildHasher>::hash_one::<&.*EventDescriptor>$/,
  /RawTable<\(.*EventDescriptor, \(\)\)>>::find_or_find_insert_index/,
  /IndexMap<.*AttributeOrProperty.*>>::get_index(_of::<.*>)?$/,
  /FilterMap<.*indexmap.*AttributeOrProperty.*::next$/,
  /Attributes>?::iter::\{closure#2\}$/,
  // What is drawn next is the first of those that wait: nothing stands before it in the tree to take from.
  /BalancingContext<.*QueueEntry>>::bulk_steal_left$/,
];

// What stands in the table of functions only because wasm-bindgen has read there of what type it is: every sort of
// closure that any interface of the browser takes. The scripts call those that are used by name.
const UNCALLED = /convert::closures::(_::)+invoke::</;

/** Prunes the module in `file`, whose functions still have their names. */
export function prune(file) {
  // They are kept, for the report on the size.
  binaryen.setDebugInfo(true);
  const module = binaryen.readBinary(readFileSync(file));
  const { MutableGlobals, NontrappingFPToInt, SignExt, BulkMemory, ReferenceTypes, Multivalue } = binaryen.Features;
  module.setFeatures(MutableGlobals | NontrappingFPToInt | SignExt | BulkMemory | ReferenceTypes | Multivalue);
  let pruned = 0;
  for (let index = 0; index < module.getNumFunctions(); index += 1) {
    const reference = module.getFunctionByIndex(index);
    const { name, module: importedFrom } = binaryen.getFunctionInfo(reference);
    if (importedFrom || !NEVER.some((pattern) => pattern.test(name))) continue;
    binaryen.Function.setBody(reference, module.unreachable());
    pruned += 1;
  }
  untable(module);
  if (!pruned) throw new Error('no function to take out was found: have the names been stripped?');
  writeFileSync(file, blanked(Buffer.from(module.emitBinary())));
}

/** Puts one function in the places of those in the table that nothing calls from there. */
function untable(module) {
  const { name, offset, data } = binaryen.getElementSegmentInfo(module.getElementSegmentByIndex(0));
  const nothing = data.find((called) => UNCALLED.test(called));
  const called = data.map((one) => (UNCALLED.test(one) ? nothing : one));
  const from = module.i32.const(binaryen.getExpressionInfo(offset).value);
  module.removeElementSegment(name);
  module.addActiveElementSegment('0', name, called, from);
}

/** The names of events that the listening could have heard, which nothing reads any more, as zeros. */
function blanked(bytes) {
  const names = /onabort[a-z]+?ontransitionstart/.exec(bytes.toString('latin1'));
  if (!names) throw new Error('the names of Yew’s events were not found');
  return bytes.fill(0, names.index, names.index + names[0].length);
}
