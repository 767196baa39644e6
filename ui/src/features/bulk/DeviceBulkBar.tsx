/** What can be done with the chosen devices. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectionBar } from '@/components/SelectionBar';
import { useFormats } from '@/format/FormatProvider';
import type { BulkTask, DeviceSelection } from '@/ipc/generated/contract';
import { MembersButtons } from './MembersButtons';

interface Props {
  selection: DeviceSelection;
  count: number;
  filterEffect: 'none' | 'kept' | 'dropped';
  /** What else can be done with them. */
  more?: ReactNode;
  onTask(task: BulkTask): void;
  onClear(): void;
}

export function DeviceBulkBar(props: Props) {
  const { selection, count, filterEffect, more, onTask, onClear } = props;
  const { t } = useTranslation('bulk');
  const formats = useFormats();
  const isAll = selection.kind === 'matching' && selection.except.length === 0;
  const label = t(isAll ? 'bar.devicesAll' : 'bar.devices', { count, total: formats.count(count) });
  return (
    <SelectionBar count={count > 0 ? label : null} filterEffect={filterEffect} onClear={onClear}>
      <MembersButtons start={{ of: 'devices', devices: selection, count }} onTask={onTask} />
      {more}
    </SelectionBar>
  );
}
