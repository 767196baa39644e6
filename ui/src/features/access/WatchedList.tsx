/** The devices and who sees them. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { viewQuery } from '@/ipc/queries';
import { useRowWindow } from '@/table/useRowWindow';
import { AccessTable } from './AccessTable';
import { NothingHere } from './NothingHere';
import { WATCHED_COLUMNS, watchedColumns } from './watchedColumns';

interface Props {
  text: string;
  onlyUnseen: boolean;
  opened: string | null;
  onOpen(id: string | null): void;
  onClear(): void;
}

export function WatchedList({ text, onlyUnseen, opened, onOpen, onClear }: Props) {
  const { t } = useTranslation('access');
  const listKey = `${text} ${onlyUnseen}`;
  const { window, onVisible } = useRowWindow(listKey);
  const asked = useQuery(viewQuery('watched_devices', { text, onlyUnseen, ...window }));
  const isGood = onlyUnseen && text === '';
  return (
    <AccessTable
      label={t('byDevice')}
      asked={asked}
      columns={watchedColumns}
      shown={WATCHED_COLUMNS}
      nothing={
        <NothingHere
          title={t(isGood ? 'none.unseen' : 'none.devices')}
          isGood={isGood}
          onClear={onClear}
        />
      }
      listKey={listKey}
      opened={opened}
      onOpen={onOpen}
      onVisible={onVisible}
    />
  );
}
