/** Shows what is to be done to many before anything is sent, sends it, and then how it goes. */
import { Button, Group, Loader, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { AnyChange, BulkTask, PlanView } from '@/ipc/generated/contract';
import { useCommand, viewQuery } from '@/ipc/queries';
import classes from './bulk.module.css';
import { JobPanel } from './JobPanel';
import { PlanBody } from './PlanBody';
import { confirmOf, type Things, thingsOf, titleOf } from './taskWords';
import { usePlan } from './usePlan';

/** A plan that was made elsewhere, from a file. */
export interface ReadyPlan {
  kind: 'ready';
  plan: PlanView;
  things: Things;
  title: string;
  summary: ReactNode;
}

interface Props {
  /** What is to be done; another task is another dialog (give it a key or take it away between). */
  task: BulkTask | ReadyPlan;
  onClose(): void;
  /** It was sent off. */
  onStarted(): void;
  /** A change that someone else's stood against is to be looked at by itself. */
  onSettle(change: AnyChange): void;
}

export function BulkDialog({ task, onClose, onStarted, onSettle }: Props) {
  const { t } = useTranslation('bulk');
  const { t: tCommon } = useTranslation();
  const queries = useQueryClient();
  const [isStarted, setIsStarted] = useState(false);
  const starting = useCommand('run_plan');
  const start = (plan: PlanView) =>
    starting.mutate(
      { plan: plan.id },
      {
        onSuccess: (job) => {
          queries.setQueryData(viewQuery('job', {}).queryKey, job);
          setIsStarted(true);
          onStarted();
        },
      },
    );
  return (
    <Modal
      opened
      size={760}
      onClose={() => {
        // Whether it began must be seen.
        if (!starting.isPending) onClose();
      }}
      title={isStarted ? t('job.title') : task.kind === 'ready' ? task.title : t(titleOf(task))}
      closeButtonProps={{ 'aria-label': tCommon('close') }}
    >
      {isStarted ? (
        <JobPanel onSettle={onSettle} onDismissed={onClose} onHide={onClose} />
      ) : task.kind === 'ready' ? (
        <Planned ready={task} {...task} starting={starting} onStart={start} onClose={onClose} />
      ) : (
        <Review task={task} starting={starting} onStart={start} onClose={onClose} />
      )}
    </Modal>
  );
}

interface ReviewProps {
  task: BulkTask;
  starting: ReturnType<typeof useCommand<'run_plan'>>;
  onStart(plan: PlanView): void;
  onClose(): void;
}

function Review({ task, starting, onStart, onClose }: ReviewProps) {
  const { t } = useTranslation('bulk');
  const { data: plan, error, refetch, isFetching } = usePlan(task);
  const again = () => {
    starting.reset();
    void refetch();
  };
  if (error) {
    return <ErrorNotice title={t('plan.failed')} error={error.body} onRetry={again} />;
  }
  if (!plan || isFetching) {
    return (
      <Group gap="xs" role="status">
        <Loader size="sm" />
        <Text size="sm">{t('plan.loading')}</Text>
      </Group>
    );
  }
  return (
    <Planned
      plan={plan}
      things={thingsOf(task)}
      task={task}
      starting={starting}
      onStart={onStart}
      onAgain={again}
      onClose={onClose}
    />
  );
}

interface PlannedProps extends Omit<ReviewProps, 'task'> {
  plan: PlanView;
  things: Things;
  task?: BulkTask;
  ready?: ReadyPlan;
  onAgain?: () => void;
}

function Planned(props: PlannedProps) {
  const { plan, things, task, ready, starting, onStart, onAgain, onClose } = props;
  const { t } = useTranslation('bulk');
  const { t: tCommon } = useTranslation();
  const formats = useFormats();
  const [typed, setTyped] = useState('');
  const isDeletion = task?.kind === 'deleteGroups';
  const isSure = !isDeletion || typed.trim() === String(plan.changes);
  const confirmed = { count: plan.changes, total: formats.count(plan.changes) };
  return (
    <Stack gap="sm">
      <PlanBody
        plan={plan}
        things={things}
        summary={ready?.summary}
        wrongFirst={ready !== undefined}
      />
      {isDeletion && plan.changes > 0 && <Text size="sm">{t('plan.deleteUndo')}</Text>}
      {starting.error && (
        <ErrorNotice
          title={t('plan.notStarted')}
          error={starting.error.body}
          {...(onAgain && { onRetry: onAgain })}
        />
      )}
      <Group justify="flex-end" align="flex-end" gap="xs" className={classes.footer}>
        {isDeletion && plan.changes > 0 && (
          <TextInput
            size="xs"
            me="auto"
            inputMode="numeric"
            label={t('plan.typeCount', { count: plan.changes })}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
        <Button size="xs" variant="default" disabled={starting.isPending} onClick={onClose}>
          {tCommon(plan.changes === 0 ? 'close' : 'cancel')}
        </Button>
        {plan.changes > 0 && (
          <Button
            size="xs"
            {...(isDeletion && { color: 'red' })}
            disabled={!isSure}
            loading={starting.isPending}
            onClick={() => onStart(plan)}
          >
            {t(task ? confirmOf(task) : 'confirm.start', confirmed)}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
