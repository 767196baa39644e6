/** How much of online maps is kept, how much is in use, and a button that drops it. */
import { Button, Group, NumberInput, Text } from '@mantine/core';
import { useDidUpdate } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import { useCommand, viewQuery } from '@/ipc/queries';

const MOST_MIB = 4096;
const MIB = 1024 * 1024;

interface Props {
  limitMib: number;
  onSet(limitMib: number): void;
}

export function TileCacheSetting({ limitMib, onSet }: Props) {
  const { t } = useTranslation('baseMap');
  const formats = useFormats();
  const [typed, setTyped] = useState<number | string>(limitMib);
  useDidUpdate(() => setTyped(limitMib), [limitMib]);
  const cache = useQuery(viewQuery('tile_cache', {}));
  const clear = useCommand('clear_tile_cache');
  const isWrong =
    typeof typed !== 'number' || !Number.isInteger(typed) || typed < 0 || typed > MOST_MIB;
  const commit = () => {
    if (!isWrong && typed !== limitMib) onSet(typed);
  };
  const error = clear.error ?? cache.error;
  const used = cache.data?.sizeBytes ?? 0;
  const isCleared = clear.isSuccess && used === 0;
  return (
    <div>
      <NumberInput
        label={t('cache')}
        description={t('cacheHint')}
        error={isWrong ? t('cacheRange') : undefined}
        suffix=" MB"
        maw={380}
        size="sm"
        step={64}
        value={typed}
        onChange={setTyped}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
        }}
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
