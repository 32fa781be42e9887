// React: the whole matrix as a table. A row is drawn again only when it changes.
import { drawn, look, mark, matrix, under } from '../common/contract.js';
import { Page } from '../common/parts.jsx';
import { memo, useLayoutEffect } from 'react';
import { createRoot } from 'react-dom/client';

const Line = memo(({ data, row, columns }) => (
  <tr>
    <th scope="row">{data.rows[row].name}</th>
    {columns.map((column) => {
      const stance = data.stances[data.cell(row, column)];
      return (
        <td key={column} className={look(stance)} data-cell={`${row}:${column}`} tabIndex={0}>
          {mark(stance)}
        </td>
      );
    })}
  </tr>
));

const Grid = memo(({ data, rows, columns, over }) => {
  useLayoutEffect(drawn, []);
  const hear = (event) => over(under(event));
  return (
    <div className="scroller" data-scroller="" onMouseOver={hear} onFocus={hear} onMouseLeave={() => over()}>
      <table>
        <thead>
          <tr>
            <th className="corner" />
            {columns.map((column) => (
              <th key={column} scope="col" title={data.columns[column].name}>
                {data.columns[column].name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row} data={data} row={row} columns={columns} />
          ))}
        </tbody>
      </table>
    </div>
  );
});

const data = await matrix();
createRoot(document.querySelector('#page')).render(<Page data={data} Grid={Grid} />);
