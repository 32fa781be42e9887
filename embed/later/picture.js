// A quote as a picture that carries its own context: laid out once, drawn on a canvas or written as SVG.

const WIDTH = 1080;
const MARGIN = 64;
const INK = '#1a1c1f';
const MUTED = '#5a5f66';
const SANS = 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';
const SERIF = '"Iowan Old Style", Charter, Georgia, serif';

const font = (weight, size, face) => `${weight} ${size}px ${face}`;
const isMirrored = (text) => /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text);

/**
 * The picture of `said`: `{ title, where, word, quote, by, source, link, look }`, all texts but the look of the stance:
 * its `fill`, `ink`, `edge`, `path`, and whether that is an `outline`.
 */
export function laidOut(said, context) {
  const items = [];
  let y = MARGIN;
  /** Lines of text that fit, each as one item. */
  function write(text, weight, size, face, color, leading, from = MARGIN) {
    if (!text) return;
    context.font = font(weight, size, face);
    const mirrored = isMirrored(text);
    for (const line of wrapped(text, context, WIDTH - MARGIN - from)) {
      y += size * leading;
      items.push({ text: line, x: mirrored ? WIDTH - from : from, y: y - size * (leading - 1), weight, size, face, color, mirrored });
    }
  }
  const gap = (space) => { y += space; };

  write(said.title, 600, 28, SANS, MUTED, 1.3);
  gap(36);
  write(said.where, 600, 40, SANS, INK, 1.25);
  gap(18);
  // The stance's swatch stands before its word.
  const top = y;
  write(said.word, 600, 32, SANS, INK, 1.3, MARGIN + 60);
  items.push({ look: said.look, x: MARGIN, y: top + 1, size: 44 });
  gap(36);
  write(said.quote, 400, 44, SERIF, INK, 1.4);
  gap(32);
  write(said.by, 600, 28, SANS, INK, 1.35);
  write(said.source, 400, 24, SANS, MUTED, 1.4);
  write(said.link, 400, 22, SANS, MUTED, 1.5);
  return { items, width: WIDTH, height: Math.ceil(y + MARGIN) };
}

/** Lines of `text` that are at most `room` wide; a word that is wider is broken. */
function wrapped(text, context, room) {
  const lines = [];
  let line = '';
  for (const word of text.split(/\s+/).flatMap((word) => broken(word, context, room))) {
    const longer = line ? `${line} ${word}` : word;
    if (line && context.measureText(longer).width > room) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

function broken(word, context, room) {
  const parts = [''];
  for (const letter of word) {
    if (context.measureText(parts.at(-1) + letter).width > room) parts.push('');
    parts[parts.length - 1] += letter;
  }
  return parts;
}

/** Draws the picture. */
export function draw({ items, width, height }, canvas) {
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  for (const { look, text, x, y, weight, size, face, color, mirrored } of items) {
    if (!look) {
      Object.assign(context, { font: font(weight, size, face), fillStyle: color, direction: mirrored ? 'rtl' : 'ltr', textAlign: 'start' });
      context.fillText(text, x, y);
      continue;
    }
    Object.assign(context, { fillStyle: look.fill, strokeStyle: look.edge, lineWidth: 2 });
    context.fillRect(x, y, size, size);
    context.strokeRect(x + 1, y + 1, size - 2, size - 2);
    if (!look.path) continue;
    context.save();
    context.translate(x + size * 0.2, y + size * 0.2);
    context.scale(size * 0.6 / 16, size * 0.6 / 16);
    Object.assign(context, { fillStyle: look.ink, strokeStyle: look.ink, lineWidth: 1.75, lineCap: 'round', lineJoin: 'round' });
    const path = new Path2D(look.path);
    if (look.outline) context.stroke(path);
    else context.fill(path);
    context.restore();
  }
}

/** The picture as SVG. */
export function svg({ items, width, height }, title) {
  const escaped = (text) => String(text).replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
  const drawn = items.map(({ look, text, x, y, weight, size, face, color, mirrored }) => {
    if (!look) return `<text x="${x}" y="${y}" font-family="${escaped(face)}" font-size="${size}" font-weight="${weight}" fill="${color}"${mirrored ? ' direction="rtl"' : ''}>${escaped(text)}</text>`;
    const box = `<rect x="${x + 1}" y="${y + 1}" width="${size - 2}" height="${size - 2}" fill="${escaped(look.fill)}" stroke="${escaped(look.edge)}" stroke-width="2"/>`;
    const paint = look.outline ? `fill="none" stroke="${escaped(look.ink)}" stroke-width="1.75" stroke-linecap="round"` : `fill="${escaped(look.ink)}"`;
    const mark = look.path ? `<path transform="translate(${x + size * 0.2} ${y + size * 0.2}) scale(${size * 0.6 / 16})" d="${escaped(look.path)}" ${paint}/>` : '';
    return box + mark;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img"><title>${escaped(title)}</title><rect width="${width}" height="${height}" fill="#fff"/>${drawn.join('')}</svg>`;
}
