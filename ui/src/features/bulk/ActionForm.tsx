/** The fields of one action on many users. */
import { Button, Group, NumberInput, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { GroupSelect } from './GroupSelect';
import { PrivilegeFields } from './PrivilegeFields';
import { TagFields } from './TagFields';
import { TimeZoneField } from './TimeZoneField';
import { type ActionDraft, type ActionKind, MOST_DAYS } from './userAction';

export interface FieldsProps {
  draft: ActionDraft;
  onChange(part: Partial<ActionDraft>): void;
}

export function ActionForm({ kind, ...fields }: FieldsProps & { kind: ActionKind }) {
  switch (kind) {
    case 'enable':
      return null;
    case 'disable':
    case 'message':
      return <MessageField what={kind} {...fields} />;
    case 'expire':
      return <EndFields {...fields} />;
    case 'extend':
      return <DaysField {...fields} />;
    case 'group':
      return <GroupSelect {...fields} />;
    case 'privileges':
      return <PrivilegeFields {...fields} />;
    case 'tags':
      return <TagFields {...fields} />;
    case 'timeZone':
      return <TimeZoneField {...fields} />;
  }
}

function MessageField({ what, draft, onChange }: FieldsProps & { what: 'disable' | 'message' }) {
  const { t } = useTranslation('bulk');
  return (
    <Textarea
      size="xs"
      data-autofocus
      label={t(`form.${what}`)}
      description={t(`form.${what}Hint`)}
      autosize
      minRows={2}
      maxRows={6}
      value={draft.message}
      onChange={(event) => onChange({ message: event.currentTarget.value })}
    />
  );
}

function EndFields({ draft, onChange }: FieldsProps) {
  const { t } = useTranslation('bulk');
  return (
    <Radio.Group
      label={t('form.end')}
      size="xs"
      value={draft.isNever ? 'never' : 'day'}
      onChange={(value) => onChange({ isNever: value === 'never' })}
    >
      <Stack gap={8} mt={6}>
        <Radio size="xs" value="day" label={t('form.endsAfter')} />
        <TextInput
          size="xs"
          type="date"
          data-autofocus
          aria-label={t('form.lastDay')}
          maw={180}
          ms={26}
          disabled={draft.isNever}
          value={draft.day}
          onChange={(event) => onChange({ day: event.currentTarget.value })}
        />
        <Radio size="xs" value="never" label={t('form.never')} />
      </Stack>
    </Radio.Group>
  );
}

const SPANS = [30, 90, 365] as const;

function DaysField({ draft, onChange }: FieldsProps) {
  const { t } = useTranslation('bulk');
  return (
    <Stack gap="xs">
      <NumberInput
        size="xs"
        data-autofocus
        label={t('form.days')}
        description={t('form.daysHint')}
        maw={180}
        min={1}
        max={MOST_DAYS}
        allowDecimal={false}
        value={draft.days}
        onChange={(value) => onChange({ days: typeof value === 'number' ? value : '' })}
      />
      <Group gap="xs">
        {SPANS.map((days) => (
          <Button
            key={days}
            size="xs"
            variant={draft.days === days ? 'light' : 'default'}
            aria-pressed={draft.days === days}
            onClick={() => onChange({ days })}
          >
            {t('form.span', { count: days })}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}
