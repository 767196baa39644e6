/** How much of online maps is kept, how much is in use, and a button that drops it. */
import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import { useCommand, viewQuery } from '@/ipc/queries';
import { SettingNumber } from './SettingNumber';

const MOST_MIB = 4096;
const MIB = 1024 * 1024;

interface Props {
  limitMib: number;
  onSet(limitMib: number): void;
}

export function TileCacheSetting({ limitMib, onSet }: Props) {
  const { t } = useTranslation('baseMap');
  const formats = useFormats();
  const cache = useQuery(viewQuery('tile_cache', {}));
  const clear = useCommand('clear_tile_cache');
  const error = clear.error ?? cache.error;
  const used = cache.data?.sizeBytes ?? 0;
  const isCleared = clear.isSuccess && used === 0;
  return (
    <div>
      <SettingNumber
        label={t('cache')}
        hint={t('cacheHint')}
        range={t('cacheRange')}
        suffix=" MB"
        value={limitMib}
        isValid={(mib) => Number.isInteger(mib) && mib >= 0 && mib <= MOST_MIB}
        onSet={(mib) => onSet(mib ?? 0)}
      />
      <Group gap="xs" mt="xs">
        <Text size="sm" role="status" data-testid="tile-cache-used">
          {isCleared ? t('cleared') : t('kept', { size: `${formats.figure(inMib(used))} MB` })}
        </Text>
        <Button
          size="compact-xs"
          variant="default"
          loading={clear.isPending}
          onClick={() => clear.mutate({})}
        >
          {t('clear')}
        </Button>
      </Group>
      {cache.data?.trouble && (
        <Text size="sm" mt={6} role="alert">
          {t(`cacheTrouble.${cache.data.trouble}`)}
        </Text>
      )}
      {error && <ErrorNotice error={error.body} />}
    </div>
  );
}

/** To a tenth, and never nothing where there is something. */
function inMib(bytes: number): number {
  return bytes === 0 ? 0 : Math.max(0.1, Math.round((bytes / MIB) * 10) / 10);
}
