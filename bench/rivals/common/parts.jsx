// Chips, filter and card as components, for React and for Preact.
import { memo, useCallback, useMemo, useState } from 'react';

const Chip = memo(({ column, name, isOn, toggle }) => (
  <button className="chip" data-chip={column} aria-pressed={isOn} onClick={() => toggle(column)}>
    {name}
  </button>
));

const Bar = memo(({ data, hidden, text, type, toggle }) => (
  <div className="bar">
    <input type="search" placeholder="Filter countries" data-filter="" value={text} onInput={({ target }) => type(target.value)} />
    {data.columns.map(({ id, name }, column) => (
      <Chip key={id} column={column} name={name} isOn={!hidden.has(column)} toggle={toggle} />
    ))}
  </div>
));

function Card({ data, row, column, left, top }) {
  const cell = data.cell(row, column);
  return (
    <div className="card" data-card="" style={{ left, top }}>
      <h3>
        {data.rows[row].name}: {data.columns[column].name}
      </h3>
      <p>{data.word(data.stances[cell])}</p>
      {data.statements[cell]?.map(({ text, speaker, role, date, url }) => (
        <blockquote key={url}>
          {text}
          <cite>
            {speaker}, {role}, {date} <a href={url}>source</a>
          </cite>
        </blockquote>
      ))}
    </div>
  );
}

/** The page around a `Grid` of `rows` and `columns`, which calls `over` with the cell under the pointer. */
export function Page({ data, Grid }) {
  const [hidden, setHidden] = useState(() => new Set());
  const [text, type] = useState('');
  const [there, over] = useState();
  const rows = useMemo(() => data.named(text), [data, text]);
  const columns = useMemo(() => data.without(hidden), [data, hidden]);
  const toggle = useCallback(
    (column) =>
      setHidden((before) => {
        const after = new Set(before);
        if (!after.delete(column)) after.add(column);
        return after;
      }),
    [],
  );
  return (
    <>
      <Bar data={data} hidden={hidden} text={text} type={type} toggle={toggle} />
      <Grid data={data} rows={rows} columns={columns} over={over} />
      {there && <Card data={data} {...there} />}
    </>
  );
}
