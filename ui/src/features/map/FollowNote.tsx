/** Says which vehicle the map follows, and lets go of it. */
import { Button, Paper } from '@mantine/core';
import { IconCurrentLocation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './MapActions.module.css';

interface Props {
  /** Absent until its position is known. */
  name: string | undefined;
  onStop(): void;
}

export function FollowNote({ name, onStop }: Props) {
  const { t } = useTranslation('mapActions');
  return (
    <Paper withBorder shadow="sm" className={classes.mode} data-testid="following">
      <IconCurrentLocation size={16} aria-hidden />
      <bdi>{name === undefined ? t('follow.waiting') : t('follow.on', { name })}</bdi>
      <Button size="compact-xs" variant="light" onClick={onStop}>
        {t('follow.stop')}
      </Button>
    </Paper>
  );
}
