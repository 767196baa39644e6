/**
 * What came from the service and can't be shown, or not all of it: counted above the list for as long
 * as it is so, and explained on request.
 */
import { Anchor, Button, Popover, Stack, Text } from '@mantine/core';
import { IconEyeX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import type { Losses } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';
import classes from './LossNotice.module.css';

/** The kinds of loss, the worst first. */
const KINDS = ['devices', 'incompleteDevices', 'groups', 'incompleteGroups'] as const;

interface Props {
  onOpenDevice(id: string): void;
}

export function LossNotice({ onOpenDevice }: Props) {
  const { t } = useTranslation('devices');
  const { data: losses } = useQuery(viewQuery('losses', {}));
  const [isOpen, setOpen] = useState(false);
  const kinds = losses ? KINDS.filter((kind) => losses[kind] > 0) : [];
  if (!losses || kinds.length === 0) return null;
  return (
    <div className={classes.notice} data-testid="losses">
      <IconEyeX size={16} aria-hidden className={classes.icon} />
      <span role="status" className={classes.text}>
        {kinds.map((kind) => t(`loss.${kind}`, { count: losses[kind] })).join(' · ')}
      </span>
      <Popover
        opened={isOpen}
        onChange={setOpen}
        position="bottom-end"
        withArrow
        shadow="md"
        width={340}
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <Button
            size="compact-xs"
            variant="default"
            className={classes.button}
            onClick={() => setOpen(!isOpen)}
          >
            {t('loss.explain')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('loss.explain')}>
          <Explanation
            kinds={kinds}
            losses={losses}
            onOpenDevice={(id) => {
              setOpen(false);
              onOpenDevice(id);
            }}
          />
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}

interface ExplanationProps {
  kinds: readonly (typeof KINDS)[number][];
  losses: Losses;
  onOpenDevice(id: string): void;
}

function Explanation({ kinds, losses, onOpenDevice }: ExplanationProps) {
  const { t } = useTranslation('devices');
  const formats = useFormats();
  const { firstIncomplete, incompleteDevices } = losses;
  const others = incompleteDevices - firstIncomplete.length;
  return (
    <Stack gap="xs" className={classes.explanation}>
      {kinds.map((kind) => (
        <div key={kind}>
          <Text size="sm" fw={600}>
            {t(`loss.${kind}`, { count: losses[kind] })}
          </Text>
          <Text size="sm">{t(`loss.meaning.${kind}`)}</Text>
          {kind === 'incompleteDevices' && (
            <ul className={classes.names}>
              {firstIncomplete.map(({ id, name }) => (
                <li key={id}>
                  <Anchor
                    component="button"
                    size="sm"
                    c="inherit"
                    underline="always"
                    onClick={() => onOpenDevice(id)}
                  >
                    <bdi>{name}</bdi>
                  </Anchor>
                </li>
              ))}
              {others > 0 && (
                <li>{t('loss.others', { count: others, others: formats.count(others) })}</li>
              )}
            </ul>
          )}
        </div>
      ))}
    </Stack>
  );
}
