/** What the chosen map turned out to be, and what stands in its way. */
import { Alert, Button, Group, Loader, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMapTroubleWords } from '@/format/useMapTroubleWords';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { BaseMapView } from '@/ipc/generated/contract';
import { useCommand, viewQuery } from '@/ipc/queries';

export function BaseMapState() {
  const { t } = useTranslation('baseMap');
  const { t: tErrors } = useTranslation('errors');
  const map = useQuery(viewQuery('base_map', {}));
  const { data: trouble } = useQuery(viewQuery('map_trouble', {}));
  const tryAgain = useCommand('try_map_again');
  const words = useMapTroubleWords();
  if (map.isFetching) {
    return (
      <Group gap="xs" role="status">
        <Loader size="xs" />
        <Text size="sm">{t('opening')}</Text>
      </Group>
    );
  }
  if (map.error) return <ErrorNotice error={map.error.body} />;
  return (
    <div role="status">
      {map.data?.drawn && !trouble && <Shown map={map.data} />}
      {trouble && (
        <Alert p="sm" icon={<IconAlertTriangle aria-hidden />} title={words(trouble)}>
          <Button size="compact-sm" variant="default" onClick={() => tryAgain.mutate({})}>
            {tErrors('tryAgain')}
          </Button>
        </Alert>
      )}
    </div>
  );
}

function Shown({ map: { drawn, name } }: { map: BaseMapView }) {
  const { t } = useTranslation('baseMap');
  if (!drawn) return null;
  const zooms =
    drawn.kind === 'style' ? {} : { minZoom: drawn.tiles.minZoom, maxZoom: drawn.tiles.maxZoom };
  const isUnnamed = drawn.kind === 'vector' && drawn.layers.length === 0;
  const layers = drawn.kind === 'vector' ? drawn.layers.join(', ') : '';
  return (
    <Text size="sm" style={{ overflowWrap: 'anywhere' }} data-testid="base-map-shown">
      {name && `${t('shown.named', { name })} `}
      {t(isUnnamed ? 'shown.vectorUnnamed' : `shown.${drawn.kind}`, { ...zooms, layers })}
    </Text>
  );
}
