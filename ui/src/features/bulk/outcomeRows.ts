/** What became of each thing, as the rows of a table. Pure; the words come from outside. */
import type { FieldChange, FieldValue, ItemRow, Trouble } from '@/ipc/generated/contract';

export interface OutcomeWords {
  headers: readonly [
    name: string,
    id: string,
    kind: string,
    fields: string,
    state: string,
    trouble: string,
  ];
  kind(item: ItemRow): string;
  state(item: ItemRow): string;
  trouble(trouble: Trouble): string;
  field(change: FieldChange): string;
  yes: string;
  no: string;
  devices(count: number): string;
}

/** A value as text; moments as the service writes them. */
export function valueText(value: FieldValue, words: OutcomeWords): string {
  switch (value.kind) {
    case 'none':
      return '';
    case 'text':
      return value.text;
    case 'flag':
      return value.on ? words.yes : words.no;
    case 'moment':
      return value.at;
    case 'number':
      return String(value.number);
    case 'texts':
      return value.texts.join('; ');
    case 'pairs':
      return Object.entries(value.pairs)
        .map(([name, text]) => `${name}: ${text}`)
        .join('; ');
    case 'group':
      return value.name;
    case 'device':
      return value.device.name;
    case 'devices':
      return words.devices(value.count);
  }
}

function fieldText(change: FieldChange, words: OutcomeWords): string {
  const names = (sign: string, devices: FieldChange['added']) =>
    devices.map(({ name }) => `${sign}${name}`);
  const moved = [...names('+', change.added), ...names('−', change.removed)];
  const what =
    moved.length > 0
      ? moved.join(', ')
      : `${valueText(change.before, words)} → ${valueText(change.after, words)}`;
  return `${words.field(change)}: ${what}`;
}

/** The headers, and a row for each thing. */
export function outcomeRows(items: readonly ItemRow[], words: OutcomeWords): string[][] {
  const rows = items.map((item) => [
    item.name,
    item.id ?? '',
    words.kind(item),
    item.fields.map((change) => fieldText(change, words)).join(' | '),
    words.state(item),
    item.trouble ? words.trouble(item.trouble) : '',
  ]);
  return [[...words.headers], ...rows];
}
