/** How many matters ask for a look. Asked once the first rows are there: nobody waits for it. */
import { VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { viewQuery } from '@/ipc/queries';
import classes from './Shell.module.css';
import { useAfterFirstRows } from './useAfterFirstRows';

export function InboxCount() {
  const { t } = useTranslation('inbox');
  const isTime = useAfterFirstRows();
  // Without an answer there is no number; the page itself tells what is wrong.
  const { data } = useQuery({ ...viewQuery('inbox', {}), enabled: isTime });
  const count = data?.matters.length ?? 0;
  if (count === 0) return null;
  const isLoud = data?.matters.some(({ commands }) => commands > 0);
  return (
    <span className={classes.badge} data-loud={isLoud || undefined}>
      <span aria-hidden>{count}</span>
      <VisuallyHidden>{t('count', { count })}</VisuallyHidden>
    </span>
  );
}
