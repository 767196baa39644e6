/** What became of a command: at its first vehicle, and then at the others. */
import { Button, Checkbox, Group, Progress, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Unseen } from '@/components/Unseen';
import { useFormats } from '@/format/FormatProvider';
import { LaterFixes } from '@/format/LaterFixes';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { CommandRun } from '@/ipc/generated/contract';
import { useCommand, viewQuery } from '@/ipc/queries';
import { VirtualList } from '@/table/VirtualList';
import classes from './commands.module.css';
import { RunItem } from './RunItem';

interface Props {
  run: CommandRun;
  onClose(): void;
  onAnother(): void;
  onJournal(): void;
}

export function RunPanel({ run, onClose, onAnother, onJournal }: Props) {
  const { t } = useTranslation('commands');
  const formats = useFormats();
  const dropping = useCommand('drop_commands');
  const isBusy = ({ state }: { state: string }) => state === 'waiting' || state === 'sending';
  const done = run.items.filter((item) => !isBusy(item)).length;
  const total = run.items.length;
  const [first] = run.items;
  return (
    <Stack gap="sm" data-testid="command-run">
      <p className={classes.command}>{t('result.command', { text: run.form.text })}</p>
      {total > 1 && <Progress value={(100 * done) / total} aria-label={t('result.title')} />}
      <div role="status">
        {total > 1 ? (
          <p className={classes.hint}>
            {t('result.progress', { done: formats.count(done), total: formats.count(total) })}
          </p>
        ) : (
          <Unseen>{first && t(`state.${first.state}`)}</Unseen>
        )}
      </div>
      <Items run={run} />
      {first?.entry != null && <After entry={first.entry} />}
      {run.state === 'waiting' && <Rest run={run} />}
      <Group gap="xs">
        <Button size="compact-xs" variant="subtle" me="auto" onClick={onJournal}>
          {t('result.openJournal')}
        </Button>
        {run.state === 'running' && (
          <Button
            size="xs"
            variant="default"
            loading={dropping.isPending}
            onClick={() => dropping.mutate({})}
          >
            {t('result.stop')}
          </Button>
        )}
        {run.state === 'over' && (
          <Button size="xs" variant="default" onClick={onAnother}>
            {t('result.another')}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={onClose}>
          {t(run.state === 'waiting' ? 'result.closeRest' : 'result.close')}
        </Button>
      </Group>
    </Stack>
  );
}

function Items({ run }: { run: CommandRun }) {
  const { t } = useTranslation('commands');
  return (
    <VirtualList
      label={t('result.list')}
      items={run.items}
      rowPx={44}
      className={classes.items}
      rowClassName={classes.itemRow}
      takesFocus
    >
      {(item) => <RunItem item={item} />}
    </VirtualList>
  );
}

function After({ entry }: { entry: number }) {
  const { data } = useQuery(viewQuery('journal_entry', { id: entry }));
  if (!data || data.state === 'failed') return null;
  return <LaterFixes sentAt={data.at} fixes={data.laterFixes} />;
}

/** The second word, for the others. */
function Rest({ run }: { run: CommandRun }) {
  const { t } = useTranslation('commands');
  const formats = useFormats();
  const [typed, setTyped] = useState('');
  const [isOverridden, setIsOverridden] = useState(false);
  const going = useCommand('send_to_rest');
  const count = run.items.filter((item) => item.state === 'waiting').length;
  const isSure = !run.isDangerous || typed.trim() === String(count);
  return (
    <Stack gap="xs" className={classes.card}>
      {run.isDangerous && (
        <>
          <p className={classes.hint}>{t('result.restHint')}</p>
          <Checkbox
            size="xs"
            label={t('result.restOverride')}
            checked={isOverridden}
            onChange={(event) => setIsOverridden(event.currentTarget.checked)}
          />
          <TextInput
            size="xs"
            inputMode="numeric"
            label={t('result.restType', { count })}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </>
      )}
      {going.error && <ErrorNotice title={t('result.restFailed')} error={going.error.body} />}
      <Button
        size="xs"
        {...(run.isDangerous && { color: 'red' })}
        disabled={!isSure}
        loading={going.isPending}
        onClick={() => going.mutate({ run: run.run, isOverridden })}
      >
        {t('result.rest', { count, total: formats.count(count) })}
      </Button>
    </Stack>
  );
}
