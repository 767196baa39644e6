/** Whether and how long the user can sign in. */
import { Button, Switch, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { endOfDay, extended, startOfDay } from '@/format/days';
import { useNow } from '@/format/FormatProvider';
import { DayField } from './DayField';
import type { FieldsProps } from './fields';
import { Section } from './Section';
import classes from './UserPanel.module.css';

const YEAR_DAYS = 365;

export function ValidFields({ draft, errors, edit }: FieldsProps) {
  const { t } = useTranslation('users');
  const { t: tFields } = useTranslation('fields');
  const now = useNow(60_000);
  const { from, expires } = draft;
  const isTurned = from !== null && expires !== null && Date.parse(from) >= Date.parse(expires);
  const extend = (days: number) => edit({ expires: extended(expires, now, days) });
  return (
    <Section title={t('section.valid')}>
      <Switch
        size="xs"
        label={t('valid.disabledLabel')}
        checked={draft.disabled}
        onChange={(event) => edit({ disabled: event.currentTarget.checked })}
      />
      {(draft.disabled || draft.disabledMessage !== '') && (
        <Textarea
          size="xs"
          autosize
          maxRows={4}
          label={tFields('label.disabledMessage')}
          description={t('valid.toldHint')}
          error={errors.disabledMessage}
          value={draft.disabledMessage}
          onChange={(event) => edit({ disabledMessage: event.currentTarget.value })}
        />
      )}
      <div className={classes.days}>
        <DayField
          label={tFields('label.from')}
          at={from}
          momentOf={startOfDay}
          error={errors.from ?? null}
          onChange={(next) => edit({ from: next })}
        />
        <DayField
          label={tFields('label.expires')}
          at={expires}
          momentOf={endOfDay}
          error={isTurned ? t('valid.endBefore') : (errors.expires ?? null)}
          onChange={(next) => edit({ expires: next })}
        />
      </div>
      <div className={classes.quick}>
        {t('valid.extend')}
        <Button size="compact-xs" variant="light" onClick={() => extend(30)}>
          {t('valid.days', { count: 30 })}
        </Button>
        <Button size="compact-xs" variant="light" onClick={() => extend(YEAR_DAYS)}>
          {t('valid.year')}
        </Button>
        <Button
          size="compact-xs"
          variant="light"
          disabled={expires === null}
          onClick={() => edit({ expires: null })}
        >
          {t('valid.never')}
        </Button>
      </div>
    </Section>
  );
}
