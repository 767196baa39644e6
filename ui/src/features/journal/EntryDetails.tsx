/** What an entry changed, field by field, with the names of today. */
import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FieldChanges } from '@/format/FieldChanges';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { EntryKind } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';
import classes from './journal.module.css';

interface Props {
  id: number;
  kind: EntryKind;
}

export function EntryDetails({ id, kind }: Props) {
  const { t } = useTranslation('journal');
  const { data: fields, error, refetch } = useQuery(viewQuery('entry_fields', { id }));
  if (error) {
    return (
      <ErrorNotice title={t('detailsFailed')} error={error.body} onRetry={() => void refetch()} />
    );
  }
  if (!fields) return <Loader size="xs" role="status" aria-label={t('detailsLoading')} />;
  if (fields.length === 0) return <p className={classes.text}>{t('unchanged')}</p>;
  return <FieldChanges fields={fields} kind={kind} />;
}
