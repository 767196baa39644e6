/** Writes a command, looks where its vehicle is, and sends it. */
import { Alert, Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { IconHandStop, IconShieldCheck } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import { type CallError, call } from '@/ipc/client';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { CommandCheck, CommandForm, DeviceSelection } from '@/ipc/generated/contract';
import { useCommand, viewQuery } from '@/ipc/queries';
import { CommandFields } from './CommandFields';
import classes from './commands.module.css';
import { Favourites } from './Favourites';
import { Objections } from './Objections';
import { PreflightCard } from './PreflightCard';
import { usePreflight } from './usePreflight';

const EMPTY: CommandForm = { text: '', format: 'text', bySms: false, isDangerous: false };

interface Props {
  devices: DeviceSelection;
  /** It was sent to the first vehicle; the number of the sending. */
  onSent(run: number): void;
  onClose(): void;
}

/** What the command comes to; that of the letter before, until that of this one is there. */
function useCheck(form: CommandForm) {
  const { data, isPlaceholderData } = useQuery<CommandCheck, CallError>({
    queryKey: ['check_command', form],
    queryFn: () => call('check_command', form),
    placeholderData: (before) => before,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return { check: data, isCurrent: data !== undefined && !isPlaceholderData };
}

export function Compose({ devices, onSent, onClose }: Props) {
  const { t } = useTranslation('commands');
  const { t: tCommon } = useTranslation();
  const formats = useFormats();
  const queries = useQueryClient();
  const [form, setForm] = useState(EMPTY);
  const [typedName, setTypedName] = useState('');
  // What was waved through, as it was read: other objections want another word.
  const [overridden, setOverridden] = useState('');
  const { check, isCurrent } = useCheck(form);
  const preflight = usePreflight(devices);
  const sending = useCommand('send_command');

  const first = preflight.data?.device ?? null;
  const others = Math.max(0, (preflight.data?.devices ?? 1) - 1);
  const isDangerous = form.isDangerous || check?.isKnownToStop === true;
  const objections = isDangerous ? (preflight.data?.objections ?? []) : [];
  const against = objections.length === 0 ? '' : `${preflight.dataUpdatedAt} ${form.text}`;
  const isOverridden = against !== '' && overridden === against;
  const isNamed = !isDangerous || (first !== null && typedName.trim() === first.name.trim());
  const isClear = objections.length === 0 || isOverridden;
  const isSound = isCurrent && check?.fault === null;
  const isSeen = first !== null && !preflight.isFetching && !preflight.error;
  const isReady = isSound && isSeen && isNamed && isClear;
  const send = () =>
    sending.mutate(
      {
        ...{ devices, form, typedName, isOverridden },
        ...{ first: first?.id ?? '', count: preflight.data?.devices ?? 0 },
      },
      {
        // What speaks against it now, or who gets it first by now, is to be seen.
        onError: ({ body: { code } }) => {
          if (code === 'command_objected' || code === 'command_moved') void preflight.refetch();
        },
        onSuccess: (run) => {
          queries.setQueryData(viewQuery('command_run', {}).queryKey, run);
          onSent(run.run);
        },
      },
    );

  return (
    <Stack
      gap="sm"
      component="form"
      data-testid="command-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !sending.isPending) send();
      }}
    >
      <Favourites form={form} canKeep={isSound} onUse={setForm} />
      <CommandFields form={form} check={check} isChecked={isCurrent} onChange={setForm} />
      <PreflightCard preflight={preflight} hasOthers={others > 0} />
      {isDangerous && preflight.data && !preflight.error && (
        <>
          {objections.length > 0 ? (
            <Alert color="red" icon={<IconHandStop aria-hidden />} title={t('guard.title')}>
              <Objections objections={objections} />
              <Checkbox
                mt="xs"
                size="xs"
                label={t('guard.override')}
                checked={isOverridden}
                onChange={(event) => setOverridden(event.currentTarget.checked ? against : '')}
              />
            </Alert>
          ) : (
            <p className={classes.clear}>
              <IconShieldCheck size={16} aria-hidden /> {t('guard.clear')}
            </p>
          )}
          {first && (
            <TextInput
              size="xs"
              label={t('guard.type', { name: first.name })}
              autoComplete="off"
              value={typedName}
              onChange={(event) => setTypedName(event.currentTarget.value)}
            />
          )}
        </>
      )}
      {sending.error && <ErrorNotice title={t('failed')} error={sending.error.body} />}
      <p className={classes.hint}>
        {t('once')} {others > 0 && t('others', { count: others, total: formats.count(others) })}
      </p>
      <Group justify="flex-end" gap="xs">
        <Button size="xs" variant="default" disabled={sending.isPending} onClick={onClose}>
          {tCommon('cancel')}
        </Button>
        <Button
          size="xs"
          type="submit"
          {...(isDangerous && { color: 'red' })}
          loading={sending.isPending}
          disabled={!isReady}
        >
          {others > 0 && first ? t('sendFirst', { name: first.name }) : t('send')}
        </Button>
      </Group>
    </Stack>
  );
}
