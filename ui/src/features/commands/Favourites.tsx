/** The commands that the account keeps at hand. */
import { Button, CloseButton, Group, TextInput } from '@mantine/core';
import { IconStar } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { CommandForm, FavouriteCommand } from '@/ipc/generated/contract';
import { useCommand, viewQuery } from '@/ipc/queries';
import classes from './commands.module.css';

interface Props {
  form: CommandForm;
  /** Whether what is written could be sent. */
  canKeep: boolean;
  onUse(form: CommandForm): void;
}

export function Favourites({ form, canKeep, onUse }: Props) {
  const { t } = useTranslation('commands');
  const { data, error, refetch } = useQuery(viewQuery('favourite_commands', {}));
  const favourites = data ?? [];
  const keeping = useCommand('set_favourite_commands');
  const [name, setName] = useState('');
  const keep = (next: FavouriteCommand[], onSuccess?: () => void) =>
    keeping.mutate({ favourites: next }, { ...(onSuccess && { onSuccess }) });
  const add = () => {
    const kept = favourites.filter((favourite) => favourite.name !== name.trim());
    keep([...kept, { name: name.trim(), form }], () => setName(''));
  };
  if (!data) {
    return error ? (
      <ErrorNotice
        title={t('favourites.unread')}
        error={error.body}
        onRetry={() => void refetch()}
      />
    ) : null;
  }
  return (
    <section aria-label={t('favourites.title')} className={classes.section}>
      <h3 className={classes.title}>{t('favourites.title')}</h3>
      {favourites.length === 0 ? (
        <p className={classes.hint}>{t('favourites.none')}</p>
      ) : (
        <ul className={classes.favourites}>
          {favourites.map((favourite) => (
            <li key={favourite.name}>
              <Button
                size="compact-xs"
                variant="light"
                title={favourite.form.text}
                aria-label={t('favourites.use', { name: favourite.name })}
                leftSection={<IconStar size={13} aria-hidden />}
                onClick={() => onUse(favourite.form)}
              >
                {favourite.name}
              </Button>
              <CloseButton
                size="xs"
                aria-label={t('favourites.remove', { name: favourite.name })}
                disabled={keeping.isPending}
                onClick={() => keep(favourites.filter((other) => other !== favourite))}
              />
            </li>
          ))}
        </ul>
      )}
      {canKeep && (
        <Group gap="xs" align="flex-end">
          <TextInput
            size="xs"
            label={t('favourites.name')}
            value={name}
            maxLength={60}
            onChange={(event) => setName(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              // It keeps the favourite; it does not send the command.
              event.preventDefault();
              if (name.trim() !== '') add();
            }}
          />
          <Button
            size="xs"
            variant="default"
            disabled={name.trim() === ''}
            loading={keeping.isPending}
            onClick={add}
          >
            {t('favourites.keep')}
          </Button>
        </Group>
      )}
      {keeping.error && <ErrorNotice title={t('favourites.failed')} error={keeping.error.body} />}
    </section>
  );
}
