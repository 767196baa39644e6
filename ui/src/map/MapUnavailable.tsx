/** Stands in for the map where none can be drawn. */
import { EmptyState, Text } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './MapCanvas.module.css';

export function MapUnavailable() {
  const { t } = useTranslation('map');
  return (
    <div className={classes.unavailable} data-testid="map-unavailable">
      <EmptyState
        size="sm"
        icon={<IconMapOff aria-hidden />}
        title={t('unavailable.title')}
        description={
          <>
            <Text span inherit display="block" maw={420} mb={6}>
              {t('unavailable.cause')}
            </Text>
            <Text span inherit display="block" maw={420}>
              {t('unavailable.wayOut')}
            </Text>
          </>
        }
      />
    </div>
  );
}
