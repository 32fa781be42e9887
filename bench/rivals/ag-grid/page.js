// AG Grid: rows and columns virtual, names pinned, the card as its tooltip. Its own themes, at our rivals' sizes.
import { drawn, look, mark, matrix } from '../common/contract.js';
import { bar, element, told } from '../common/parts.js';
import {
  CellStyleModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  ExternalFilterModule,
  ModuleRegistry,
  TooltipModule,
  createGrid,
  themeQuartz,
} from 'ag-grid-community';

ModuleRegistry.registerModules([CellStyleModule, ClientSideRowModelModule, ColumnApiModule, ExternalFilterModule, TooltipModule]);

const data = await matrix();
const box = element('div', { style: 'flex:1;min-height:0' });
let named;

class Card {
  init({ data: { row }, column }) {
    this.node = element(
      'div',
      { className: 'card', style: 'position:static', dataset: { card: '' } },
      ...told(data, row, Number(column.getColId())),
    );
  }

  getGui() {
    return this.node;
  }
}

const columns = data.columns.map(({ name }, column) => ({
  colId: String(column),
  headerName: name,
  headerTooltip: name,
  width: 44,
  minWidth: 30,
  valueGetter: ({ data: { row } }) => data.stances[data.cell(row, column)],
  valueFormatter: ({ value }) => mark(value),
  cellClass: ({ value }) => look(value),
  tooltipValueGetter: ({ value }) => data.word(value),
  tooltipComponent: Card,
}));

const filter = (text) => {
  named = text.trim() && new Set(data.named(text));
  grid.onFilterChanged();
};
const hide = (hidden, column) => grid.setColumnsVisible([String(column)], !hidden.has(column));
document.querySelector('#page').append(bar(data, filter, hide), box);

const grid = createGrid(box, {
  theme: themeQuartz.withParams({ cellHorizontalPadding: 3 }),
  columnDefs: [{ colId: 'name', field: 'name', headerName: '', pinned: 'left', width: 120 }, ...columns],
  defaultColDef: { sortable: false, resizable: false },
  rowData: data.rows.map(({ name }, row) => ({ row, name })),
  getRowId: ({ data: { row } }) => String(row),
  rowHeight: 26,
  headerHeight: 26,
  animateRows: false,
  suppressColumnMoveAnimation: true,
  tooltipShowDelay: 0,
  isExternalFilterPresent: () => Boolean(named),
  doesExternalFilterPass: ({ data: { row } }) => named.has(row),
  onFirstDataRendered: () =>
    drawn({
      cellEl: (row, column) => box.querySelector(`.ag-row[row-id="${row}"] .ag-cell[col-id="${column}"]`),
      cellSelector: '.ag-cell',
      scrollTo: (x, y) => Object.assign(box.querySelector('.ag-grid-viewport'), { scrollLeft: x, scrollTop: y }),
    }),
});
