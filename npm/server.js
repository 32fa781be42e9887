// What `import 'stance-matrix'` is where there is no page: nothing. The element is defined in the browser, and
// what stands inside it is whole without it.
export {};
