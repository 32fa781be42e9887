// TanStack Virtual, rows and columns, drawn by Preact.
import { drawn, look, mark, matrix, under } from '../common/contract.js';
import { Page } from '../common/parts.jsx';
import { memo, useEffect, useRef } from 'react';
import { createRoot } from 'react-dom/client';
import { useVirtualizer } from '@tanstack/react-virtual';

const Grid = memo(({ data, rows, columns, over }) => {
  const scroller = useRef(null);
  const shared = { getScrollElement: () => scroller.current, overscan: 2 };
  const down = useVirtualizer({
    ...shared,
    count: rows.length,
    estimateSize: () => 26,
    paddingStart: 26,
    getItemKey: (place) => rows[place],
  });
  const across = useVirtualizer({
    ...shared,
    horizontal: true,
    count: columns.length,
    estimateSize: () => 44,
    paddingStart: 120,
    getItemKey: (place) => columns[place],
  });
  const places = across.getVirtualItems();
  const lines = down.getVirtualItems();
  // The first time it draws it knows no scroller yet, and so no cells.
  const isDrawn = lines.length > 0 && places.length > 0;
  useEffect(() => {
    if (isDrawn) drawn();
  }, [isDrawn]);
  const hear = (event) => over(under(event));
  return (
    <div className="scroller" data-scroller="" ref={scroller} onMouseOver={hear} onFocusIn={hear} onMouseLeave={() => over()}>
      <div className="plane" style={{ width: across.getTotalSize(), height: down.getTotalSize() }}>
        <div className="head">
          {places.map(({ key, start }) => (
            <div key={key} className="across" title={data.columns[key].name} style={{ transform: `translateX(${start}px)` }}>
              {data.columns[key].name}
            </div>
          ))}
        </div>
        {lines.map(({ key: row, start }) => (
          <div key={row} className="line" style={{ transform: `translateY(${start}px)` }}>
            <div className="name">{data.rows[row].name}</div>
            {places.map(({ key: column, start }) => {
              const stance = data.stances[data.cell(row, column)];
              return (
                <div
                  key={column}
                  className={look(stance)}
                  data-cell={`${row}:${column}`}
                  tabIndex={0}
                  style={{ transform: `translateX(${start}px)` }}
                >
                  {mark(stance)}
                </div>
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
});

const data = await matrix();
createRoot(document.querySelector('#page')).render(<Page data={data} Grid={Grid} />);
