/** What a plan does: how much, to whose view, how long it takes, and each thing before and after. */
import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AccessList } from '@/format/AccessList';
import { useFormats } from '@/format/FormatProvider';
import type { PlanView } from '@/ipc/generated/contract';
import classes from './bulk.module.css';
import { ItemList } from './ItemList';
import { PlanCost } from './PlanCost';
import type { Things } from './taskWords';

interface Props {
  plan: PlanView;
  things: Things;
  /** What is told above the plan's own summary. */
  summary?: ReactNode;
  /** What can't be done is what there is to look at. */
  wrongFirst?: boolean;
}

export function PlanBody({ plan, things, summary, wrongFirst = false }: Props) {
  const { t } = useTranslation('bulk');
  return (
    <>
      {summary}
      <Summary plan={plan} things={things} isCounted={summary !== undefined} />
      {plan.way === 'whole' && plan.changes > 0 && (
        <Alert p="xs" variant="light" color="orange" icon={<IconAlertTriangle aria-hidden />}>
          {t('plan.whole')}
        </Alert>
      )}
      {plan.changes > 0 && <Access plan={plan} />}
      <ItemList
        key={plan.id}
        source={{ kind: 'plan', plan: plan.id }}
        first={wrongFirst && plan.unfit > 0 ? 'unfit' : plan.changes > 0 ? 'waiting' : null}
        counts={[
          { state: 'waiting', count: plan.changes },
          { state: 'unchanged', count: plan.unchanged },
          { state: 'unfit', count: plan.unfit },
        ]}
      />
    </>
  );
}

interface SummaryProps extends Props {
  /** What does not change was counted above. */
  isCounted: boolean;
}

function Summary({ plan, things, isCounted }: SummaryProps) {
  const { t } = useTranslation('bulk');
  const formats = useFormats();
  const counted = (count: number) => ({ count, total: formats.count(count) });
  return (
    <div className={classes.summary} data-testid="plan-summary">
      <p className={classes.changes}>
        {plan.changes === 0
          ? t('plan.nothing')
          : t(`plan.changes.${things}`, counted(plan.changes))}
      </p>
      {!isCounted && plan.unchanged > 0 && <p>{t('plan.unchanged', counted(plan.unchanged))}</p>}
      {!isCounted && plan.unfit > 0 && <p>{t('plan.unfit', counted(plan.unfit))}</p>}
      {plan.changes > 0 && <PlanCost cost={plan.cost} />}
    </div>
  );
}

function Access({ plan }: { plan: PlanView }) {
  const { t } = useTranslation('bulk');
  const formats = useFormats();
  const { access, accessTotal } = plan;
  const listed = access?.reduce((sum, { users }) => sum + users.length, 0) ?? 0;
  return (
    <section className={classes.section} data-testid="plan-access">
      <h3 className={classes.title}>
        {accessTotal > 0
          ? t('plan.access', { count: accessTotal, total: formats.count(accessTotal) })
          : t('plan.accessTitle')}
      </h3>
      <AccessList access={access} />
      {access && accessTotal > listed && <p className={classes.hint}>{t('plan.accessMore')}</p>}
      <p className={classes.hint}>{t('plan.asFar')}</p>
    </section>
  );
}
