/** What of the account's access asks for a look, the loudest first. */
import { Button, EmptyState, Loader, Stack } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { Matter } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';
import type { Fix } from './fixes';
import classes from './inbox.module.css';
import { MatterCard } from './MatterCard';

interface Props {
  /** Shows the users that a matter concerns. */
  onShow(matter: Matter): void;
  onFix(matter: Matter, fix: Fix): void;
}

export function Inbox({ onShow, onFix }: Props) {
  const { t } = useTranslation('inbox');
  const formats = useFormats();
  const { data: inbox, error, refetch } = useQuery(viewQuery('inbox', {}));
  const retry = () => void refetch();
  if (error && !inbox) {
    return <ErrorNotice title={t('failed')} error={error.body} onRetry={retry} />;
  }
  if (!inbox) return <Loader size="sm" role="status" aria-label={t('loading')} />;
  return (
    <Stack gap="md">
      {error && <ErrorNotice title={t('old')} error={error.body} onRetry={retry} />}
      {inbox.readAt === null ? (
        <div className={classes.unread} role="note">
          <span>{t('usersUnread')}</span>
          <Button size="compact-xs" variant="default" onClick={retry}>
            {t('again')}
          </Button>
        </div>
      ) : (
        <p className={classes.hint}>{t('readAt', { time: formats.time(inbox.readAt) })}</p>
      )}
      {inbox.matters.length === 0 ? (
        <EmptyState
          size="sm"
          icon={<IconCircleCheck aria-hidden />}
          title={t('empty')}
          description={t('emptyHint')}
        />
      ) : (
        <ul className={classes.matters}>
          {inbox.matters.map((matter) => (
            <MatterCard key={matter.kind} matter={matter} onShow={onShow} onFix={onFix} />
          ))}
        </ul>
      )}
    </Stack>
  );
}
