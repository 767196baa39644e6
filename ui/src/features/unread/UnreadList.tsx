/** The critical alerts that nobody has seen yet: what, which vehicle, when; each leads to the vehicle. */
import { ActionIcon, Button, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconAlertTriangleFilled, IconCheck } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLostFocus } from '@/components/useLostFocus';
import { Age } from '@/format/Age';
import { useAlertWords } from '@/format/useAlertWords';
import { isolated } from '@/format/words';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { ErrorBody, UnreadAlert } from '@/ipc/generated/contract';
import { useCommand } from '@/ipc/queries';
import classes from './unread.module.css';

interface Props {
  /** Newest first. */
  alerts: readonly UnreadAlert[];
  error: ErrorBody | null;
  onOpen(device: string): void;
}

export function UnreadList({ alerts, error, onOpen }: Props) {
  const { t } = useTranslation('unread');
  const words = useAlertWords();
  const see = useCommand('see_alerts');
  const box = useRef<HTMLDivElement>(null);
  const seen = useRef(0);
  useLostFocus(alerts.length, () => {
    const left = box.current?.querySelectorAll<HTMLElement>('[data-see]') ?? [];
    return left[Math.min(seen.current, left.length - 1)] ?? box.current;
  });
  return (
    <Stack gap="xs" ref={box} tabIndex={-1}>
      <Group justify="space-between" wrap="nowrap">
        <Text fw={600} size="sm">
          {t('title')}
        </Text>
        {alerts.length > 0 && (
          <Button
            size="compact-xs"
            variant="default"
            loading={see.isPending}
            onClick={() => see.mutate({ of: 'all' })}
          >
            {t('seeAll')}
          </Button>
        )}
      </Group>
      {error && <ErrorNotice title={t('failed')} error={error} />}
      {see.error && <ErrorNotice title={t('seeFailed')} error={see.error.body} />}
      {alerts.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('empty')}
        </Text>
      ) : (
        <ul className={classes.list}>
          {alerts.map(({ number, device, name, code, text, at }, place) => {
            const what = words(code, text) || t('critical');
            return (
              <li key={number} className={classes.item}>
                <UnstyledButton className={classes.open} onClick={() => onOpen(device)}>
                  <IconAlertTriangleFilled size={16} className={classes.sign} aria-hidden />
                  <span className={classes.words}>
                    <span className={classes.what}>{what}</span>
                    <span className={classes.device}>
                      {isolated(name)} · <Age at={at} />
                    </span>
                  </span>
                </UnstyledButton>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  data-see
                  aria-label={t('seeOne', { what, device: isolated(name) })}
                  onClick={() => {
                    seen.current = place;
                    see.mutate({ of: 'one', number });
                  }}
                >
                  <IconCheck size={16} aria-hidden />
                </ActionIcon>
              </li>
            );
          })}
        </ul>
      )}
    </Stack>
  );
}
