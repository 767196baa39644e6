/** The way to the service's web app, where subscriptions are renewed. */
import { Button } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { viewQuery } from '@/ipc/queries';
import { platform } from '@/platform';
import classes from './inbox.module.css';

export function OpenService() {
  const { t } = useTranslation('inbox');
  const { data: session } = useQuery(viewQuery('session', {}));
  const [hasFailed, setHasFailed] = useState(false);
  const url = session?.account?.webAppUrl;
  if (!url) return null;
  const open = () => {
    setHasFailed(false);
    platform.openExternal(url).catch(() => setHasFailed(true));
  };
  return (
    <>
      <Button
        size="xs"
        variant="light"
        leftSection={<IconExternalLink size={15} aria-hidden />}
        onClick={open}
      >
        {t('fix.openService')}
      </Button>
      {hasFailed && (
        <span role="alert" className={classes.failed}>
          {t('openFailed')}
        </span>
      )}
    </>
  );
}
