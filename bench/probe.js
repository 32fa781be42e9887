// What measures inside a page, before any script of its own: the same for every page. Times are milliseconds.
{
  // Linear memory is in no figure of the heap.
  const memories = new Set();
  const seen = (instance, imports = {}) => {
    const all = [instance.exports, ...Object.values(imports)].flatMap((names) => Object.values(names));
    for (const memory of all) if (memory instanceof WebAssembly.Memory) memories.add(memory);
    return instance;
  };
  WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
    construct: (made, [module, imports]) => seen(new made(module, imports), imports),
  });
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (source, imports) => {
      const result = await original.call(WebAssembly, source, imports);
      seen(result.instance ?? result, imports);
      return result;
    };
  }

  const boxed = (node) => {
    const box = node?.getBoundingClientRect();
    return box?.width > 0 && box.height > 0 ? { x: box.x, y: box.y, width: box.width, height: box.height } : null;
  };
  const find = (selector) => document.querySelector(selector);
  const own = () => window.__bench ?? {};
  const page = {
    cell: (row, column) =>
      own().cellRect?.(row, column) ?? boxed(own().cellEl ? own().cellEl(row, column) : find(`[data-cell="${row}:${column}"]`)),
    chip: (column) => boxed(own().chipEl ? own().chipEl(column) : find(`[data-chip="${column}"]`)),
    filter: () => boxed(own().filterEl ? own().filterEl() : find('[data-filter]')),
    search: () => boxed(own().searchEl?.()),
    scroller: () => (own().scrollerEl ? own().scrollerEl() : find('[data-scroller]')),
    card: () =>
      own().cardText
        ? own().cardText()
        : [...document.querySelectorAll('[data-card]')]
            .filter((card) => card.getClientRects().length)
            .map((card) => card.textContent)
            .join(),
  };
  // Plot ends its lines with spaces of no width.
  const squeezed = (text) => text.replace(/[\s\u200b]+/g, '');
  // What an action is to bring about.
  const checks = {
    says: (quote) => squeezed(page.card()).includes(squeezed(quote)),
    closed: () => page.card() === '',
    there: (row, column) => page.cell(row, column) !== null,
    gone: (row, column) => page.cell(row, column) === null,
    opened: () => page.card() !== '',
    found: (text) => [...own().root.querySelectorAll('mark')].some((mark) => mark.textContent.toLowerCase() === text),
  };

  /** Calls back at the end of the main thread's part of the next frame. */
  const frame = (then) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      then(performance.now());
    };
    requestAnimationFrame(() => port2.postMessage(0));
  };

  const readiness = (async () => {
    while (!own().ready) await new Promise((done) => setTimeout(done));
    await own().ready;
    if (!page.cell(0, 0)) throw new Error('ready, but its first cell is not to be seen');
    return performance.now();
  })();
  // Who asks hears of it.
  readiness.catch(() => {});

  let waiting;
  const heard = ({ type, timeStamp }) => {
    if (!waiting?.types.includes(type)) return;
    const { check, values, limit, done } = waiting;
    waiting = undefined;
    const look = (now) => {
      if (checks[check](...values)) done(now - timeStamp);
      else if (now - timeStamp > limit) done(null);
      else frame(look);
    };
    frame(look);
  };
  for (const type of ['pointerover', 'pointermove', 'click', 'keydown']) addEventListener(type, heard, { capture: true, passive: true });

  const blocks = [];
  new PerformanceObserver((list) => blocks.push(...list.getEntries().map(({ startTime, duration }) => ({ startTime, duration })))).observe({
    type: 'longtask',
  });
  const events = [];
  const kept = ({ name, startTime, duration, interactionId }) => ({ name, startTime, duration, interactionId });
  new PerformanceObserver((list) => events.push(...list.getEntries().map(kept))).observe({ type: 'event', durationThreshold: 16 });

  window.benchProbe = {
    blocks,
    events,
    page,
    /** When the page said that it is ready; fails where it shows no cell at that very moment. */
    ready: readiness,
    /** From the first event of one of `types` to the end of the frame in which a check holds; null where none does. */
    after: (types, check, values, limit) => {
      window.benchProbe.outcome = new Promise((done) => {
        waiting = { types, check, values, limit, done };
      });
    },
    until: async (check, values, limit) => {
      for (const end = performance.now() + limit; performance.now() < end; await new Promise((done) => setTimeout(done, 10))) {
        if (checks[check](...values)) return true;
      }
      return false;
    },
    /** When the page first showed anything of its own; the browser tells it some time later. */
    firstPaint: () =>
      new Promise((done) => {
        const tell = (list) => list.getEntriesByName('first-contentful-paint').forEach(({ startTime }) => done(startTime));
        new PerformanceObserver(tell).observe({ type: 'paint', buffered: true });
        setTimeout(done, 5000);
      }),
    memory: () => [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0),
    /** Scrolls across and down by pixels a second, half of the time on and then back; the times of its frames. */
    scroll: (time, across, down, isBack) =>
      new Promise((done) => {
        const box = page.scroller()?.getBoundingClientRect() ?? document.body.getBoundingClientRect();
        const [x, y] = [box.x + box.width / 2, Math.min(box.bottom, innerHeight) / 2 + Math.max(box.y, 0) / 2];
        const selector = own().cellSelector ?? (own().cellRect ? undefined : '[data-cell]');
        const [frames, blanks] = [[], []];
        let first, last;
        const step = (now) => {
          if (last !== undefined) frames.push(now - last);
          first ??= now;
          last = now;
          const gone = now - first;
          if (gone >= time) return done({ frames, blank: blanks.length ? blanks.filter(Boolean).length / blanks.length : null });
          const way = (isBack ? Math.min(gone, time - gone) : gone) / 1000;
          if (own().scrollTo) own().scrollTo(across * way, down * way);
          else Object.assign(page.scroller(), { scrollLeft: across * way, scrollTop: down * way });
          // Whether a cell is in the middle is seen once the page has had its turn.
          if (selector && frames.length % 4 === 0)
            frame(() => blanks.push(!(own().root ?? document).elementFromPoint(x, y)?.closest(selector)));
          requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
  };
}
