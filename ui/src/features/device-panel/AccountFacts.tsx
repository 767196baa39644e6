/** What the account has written about the device. */
import { useTranslation } from 'react-i18next';
import { useFormats, useNow } from '@/format/FormatProvider';
import type { DeviceRow } from '@/ipc/generated/contract';
import { Facts, fact } from './Facts';

export function AccountFacts({ row }: { row: DeviceRow }) {
  const { t } = useTranslation('device');
  const formats = useFormats();
  const now = useNow(60_000);
  const groups = row.groups.map(({ name }) => name).join(', ');
  const facts = [
    ...fact('description', t('description'), row.description, (text) => <bdi>{text}</bdi>),
    ...fact('groups', t('groups'), groups || null, (text) => <bdi>{text}</bdi>),
    ...Object.entries(row.tags).map(([tag, value]) => ({
      key: `tag-${tag}`,
      label: <bdi>{tag}</bdi>,
      value: <bdi>{value}</bdi>,
    })),
    ...fact('phoneNumber', t('phoneNumber'), row.phoneNumber, (text) => (
      <bdi dir="ltr">{text}</bdi>
    )),
    ...fact('expires', t('expires'), row.expires, (at) =>
      t('expiresValue', { date: formats.date(at), when: formats.fromNow(Date.parse(at) - now) }),
    ),
    ...fact('id', t('id'), row.id, (id) => <bdi>{id}</bdi>),
  ];
  return <Facts title={t('section.account')} facts={facts} />;
}
