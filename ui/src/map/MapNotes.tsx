/** Short notes on the map about the map itself: why it can't be had, and that it can't be kept. */
import { Button, CloseButton, Paper } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, type Ref, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMapTroubleWords } from '@/format/useMapTroubleWords';
import type { MapTrouble } from '@/ipc/generated/contract';
import { useCommand, viewQuery } from '@/ipc/queries';
import classes from './MapNotes.module.css';

interface Props {
  trouble: MapTrouble | null;
  /** The chosen map's style can't be drawn. */
  isStyleRefused: boolean;
  ref: Ref<HTMLDivElement>;
}

export function MapNotes({ trouble, isStyleRefused, ref }: Props) {
  const { t } = useTranslation('baseMap');
  const { t: tErrors } = useTranslation('errors');
  const words = useMapTroubleWords();
  const tryAgain = useCommand('try_map_again');
  return (
    <div ref={ref} className={classes.notes} role="status">
      {trouble && (
        <Note testId="map-trouble">
          <span className={classes.words}>{words(trouble)}</span>
          <Button
            size="compact-xs"
            variant="default"
            className={classes.act}
            onClick={() => tryAgain.mutate({})}
          >
            {tErrors('tryAgain')}
          </Button>
        </Note>
      )}
      {isStyleRefused && (
        <Note testId="map-style-refused">
          <span className={classes.words}>{t('trouble.style')}</span>
        </Note>
      )}
      <CacheNote />
    </div>
  );
}

/** Said once: whoever has read it can put it away. */
function CacheNote() {
  const { t } = useTranslation('baseMap');
  const { data } = useQuery(viewQuery('tile_cache', {}));
  const [isClosed, setClosed] = useState(false);
  if (!data?.trouble || isClosed) return null;
  return (
    <Note testId="map-cache-trouble">
      <span className={classes.words}>{t(`cacheTrouble.${data.trouble}`)}</span>
      <CloseButton
        size="xs"
        className={classes.act}
        aria-label={t('trouble.close')}
        onClick={() => setClosed(true)}
      />
    </Note>
  );
}

function Note({ testId, children }: { testId: string; children: ReactNode }) {
  return (
    <Paper shadow="xs" className={classes.note} data-testid={testId}>
      <IconAlertTriangle size={16} className={classes.sign} aria-hidden />
      {children}
    </Paper>
  );
}
