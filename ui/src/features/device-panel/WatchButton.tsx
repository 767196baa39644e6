/** Puts a device on the watch list: it is asked about within a promised time, whatever is on the screen. */
import { Button, Tooltip } from '@mantine/core';
import { IconStar, IconStarFilled } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import type { DeviceRow } from '@/ipc/generated/contract';
import { useCommand, viewQuery } from '@/ipc/queries';

export function WatchButton({ row }: { row: DeviceRow }) {
  const { t } = useTranslation('device');
  const formats = useFormats();
  const { data: status } = useQuery(viewQuery('status', {}));
  const set = useCommand('set_watching');
  const Icon = row.isWatched ? IconStarFilled : IconStar;
  const promise = formats.age((status?.watchPromiseS ?? 60) * 1000);
  return (
    <Tooltip
      label={set.isError ? t('watchFailed') : t('watchExplained', { promise })}
      multiline
      maw={280}
      events={{ hover: true, focus: true, touch: true }}
    >
      <Button
        size="xs"
        variant="default"
        leftSection={<Icon size={15} aria-hidden />}
        aria-pressed={row.isWatched}
        loading={set.isPending}
        onClick={() => set.mutate({ ids: [row.id], isWatched: !row.isWatched })}
      >
        {row.isWatched ? t('watched') : t('watch')}
      </Button>
    </Tooltip>
  );
}
