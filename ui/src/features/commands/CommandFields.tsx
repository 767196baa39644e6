/** The fields of a command, and what is wrong with it. */
import { Checkbox, Group, Input, SegmentedControl, TextInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import type { CommandCheck, CommandForm } from '@/ipc/generated/contract';
import classes from './commands.module.css';

interface Props {
  form: CommandForm;
  check: CommandCheck | undefined;
  /** Whether the check is of what is written now. */
  isChecked: boolean;
  onChange(form: CommandForm): void;
}

export function CommandFields({ form, check, isChecked, onChange }: Props) {
  const { t } = useTranslation('commands');
  const formats = useFormats();
  const ids = useId();
  const fault = isChecked && form.text.trim() !== '' ? check?.fault : null;
  const length = check?.lengthBytes ?? 0;
  const isKnown = check?.isKnownToStop === true;
  return (
    <>
      <TextInput
        size="xs"
        data-autofocus
        label={t('text.label')}
        description={
          length > 0
            ? t('text.length', { count: length, total: formats.count(length) })
            : t('text.hint')
        }
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        error={fault && t(`fault.${fault}`)}
        classNames={{ input: classes.code }}
        spellCheck={false}
        autoComplete="off"
        value={form.text}
        onChange={(event) => onChange({ ...form, text: event.currentTarget.value })}
      />
      <Group gap="lg" align="flex-start">
        <div>
          <Input.Label size="xs" id={`${ids}-format`}>
            {t('format.label')}
          </Input.Label>
          <br />
          <SegmentedControl
            size="xs"
            aria-labelledby={`${ids}-format`}
            value={form.format}
            onChange={(format) => onChange({ ...form, format })}
            data={(['text', 'hex', 'base64'] as const).map((value) => ({
              value,
              label: t(`format.${value}`),
            }))}
          />
        </div>
        <div>
          <Input.Label size="xs" id={`${ids}-way`}>
            {t('way.label')}
          </Input.Label>
          <br />
          <SegmentedControl
            size="xs"
            aria-labelledby={`${ids}-way`}
            value={form.bySms ? 'sms' : 'gprs'}
            onChange={(way) => onChange({ ...form, bySms: way === 'sms' })}
            data={(['gprs', 'sms'] as const).map((value) => ({ value, label: t(`way.${value}`) }))}
          />
        </div>
      </Group>
      <Checkbox
        size="xs"
        label={t('dangerous.label')}
        description={isKnown ? t('dangerous.known') : undefined}
        checked={form.isDangerous || isKnown}
        disabled={isKnown}
        onChange={(event) => onChange({ ...form, isDangerous: event.currentTarget.checked })}
      />
    </>
  );
}
