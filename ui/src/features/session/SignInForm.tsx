/** Signs in with a key. The key lives in the form only, and goes with it. */
import { Button, Checkbox, PasswordInput, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import { errorTexts } from '@/ipc/errors';
import type { AccountView, ErrorBody, KeyPlace, Service } from '@/ipc/generated/contract';
import { KeyHelp } from './KeyHelp';
import { useSignIn } from './useSignIn';

const SERVICES = ['plaspy', 'factoryIlGps', 'other'] as const satisfies Service[];

interface Fields {
  service: (typeof SERVICES)[number];
  baseUrl: string;
  userName: string;
  apiKey: string;
  keepKey: boolean;
}

function isField(name: string | undefined): name is 'baseUrl' | 'userName' | 'apiKey' {
  return name === 'baseUrl' || name === 'userName' || name === 'apiKey';
}

function isKeyringError({ code }: ErrorBody): boolean {
  return code === 'keyring_missing' || code === 'keyring_locked' || code === 'keyring_failed';
}

export function SignInForm({ last }: { last: AccountView | null }) {
  const { t } = useTranslation('session');
  const { t: tError } = useTranslation('errors');
  const { signIn, isPending, failure } = useSignIn();
  const form = useForm<Fields>({
    initialValues: {
      service: SERVICES.find((service) => service === last?.service) ?? 'plaspy',
      baseUrl: last?.service === 'other' ? last.baseUrl : '',
      userName: last?.service === 'demo' ? '' : (last?.userName ?? ''),
      apiKey: '',
      keepKey: true,
    },
  });

  const send = async (fields: Fields, keepKey: KeyPlace) => {
    const error = await signIn({
      service: fields.service,
      baseUrl: fields.service === 'other' ? fields.baseUrl : null,
      userName: fields.userName,
      apiKey: fields.apiKey,
      keepKey,
    });
    if (!isField(error?.field)) return;
    const { sentence, wayOut } = errorTexts(tError, error);
    form.setFieldError(error.field, `${sentence} ${wayOut}`);
    form.getInputNode(error.field)?.focus();
  };

  return (
    <form
      onSubmit={form.onSubmit((fields) => send(fields, fields.keepKey ? 'keyring' : 'thisRun'))}
      autoComplete="off"
      noValidate
    >
      <Stack gap="sm">
        <Select
          label={t('service')}
          allowDeselect={false}
          data={SERVICES.map((service) => ({ value: service, label: t(`services.${service}`) }))}
          {...form.getInputProps('service')}
        />
        {form.values.service === 'other' && (
          <TextInput
            label={t('baseUrl')}
            description={t('baseUrlHint')}
            inputMode="url"
            {...form.getInputProps('baseUrl')}
          />
        )}
        <TextInput label={t('userName')} autoComplete="off" {...form.getInputProps('userName')} />
        <PasswordInput
          label={t('apiKey')}
          autoComplete="off"
          visibilityToggleFocusable
          visibilityToggleButtonProps={{ 'aria-label': t('showKey') }}
          {...form.getInputProps('apiKey')}
        />
        <KeyHelp />
        <Checkbox
          label={t('keyKept')}
          description={t('keyKeptHint')}
          {...form.getInputProps('keepKey', { type: 'checkbox' })}
        />
        {failure && !isField(failure.field) && (
          <ErrorNotice
            error={failure}
            actions={
              isKeyringError(failure) && (
                <Button size="compact-sm" onClick={() => send(form.values, 'thisRun')}>
                  {t('keepThisRun')}
                </Button>
              )
            }
          />
        )}
        <Button type="submit" loading={isPending}>
          {t('signIn')}
        </Button>
      </Stack>
    </form>
  );
}
