/** What the service tells of a user and nobody can set. */
import { useTranslation } from 'react-i18next';
import { Missing } from '@/components/Missing';
import { useFormats, useNow } from '@/format/FormatProvider';
import type { UserRow } from '@/ipc/generated/contract';
import { Section } from './Section';
import classes from './UserPanel.module.css';

export function UserFacts({ row }: { row: UserRow }) {
  const { t } = useTranslation('users');
  const moments = [
    { key: 'created', at: row.createdAt },
    { key: 'modified', at: row.modifiedAt },
    { key: 'lastLogin', at: row.lastLoginAt },
  ] as const;
  return (
    <Section title={t('section.facts')}>
      <dl className={classes.facts} data-testid="user-facts">
        {moments.map(({ key, at }) => (
          <FactLine key={key} label={t(`facts.${key}`)}>
            {at ? (
              <Moment at={at} />
            ) : key === 'lastLogin' ? (
              t('facts.neverLoggedIn')
            ) : (
              <Missing word={t('cell.missing')} />
            )}
          </FactLine>
        ))}
        <FactLine label={t('facts.id')}>{row.id}</FactLine>
      </dl>
    </Section>
  );
}

function FactLine({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Moment({ at }: { at: string }) {
  const formats = useFormats();
  const now = useNow(60_000);
  return (
    <time dateTime={at}>
      {formats.moment(at)} ({formats.fromNow(Date.parse(at) - now)})
    </time>
  );
}
