/** The users and what each sees. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { viewQuery } from '@/ipc/queries';
import { useRowWindow } from '@/table/useRowWindow';
import { AccessTable } from './AccessTable';
import { NothingHere } from './NothingHere';
import { SIGHT_COLUMNS, sightColumns } from './sightColumns';
import { type SightFilter, userFilterOf } from './sightFilters';

interface Props {
  text: string;
  only: SightFilter;
  opened: string | null;
  onOpen(id: string | null): void;
  onClear(): void;
}

export function SightList({ text, only, opened, onOpen, onClear }: Props) {
  const { t } = useTranslation('access');
  const listKey = `${text} ${only}`;
  const { window, onVisible } = useRowWindow(listKey);
  const asked = useQuery(
    viewQuery('user_rows', {
      filter: userFilterOf(text, only),
      sort: { key: 'name', descending: false },
      ...window,
    }),
  );
  const isGood = only === 'nothing' && text === '';
  return (
    <AccessTable
      label={t('byUser')}
      asked={asked}
      columns={sightColumns}
      shown={SIGHT_COLUMNS}
      nothing={
        <NothingHere
          title={t(isGood ? 'none.nothing' : 'none.users')}
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
