// The strict content policy that a newsroom may have.
export const STRICT = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  // The page's own icon; the widget has no pictures.
  "img-src 'self'",
  "require-trusted-types-for 'script'",
].join('; ');
