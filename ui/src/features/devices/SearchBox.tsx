/** The search over the fleet, which answers while someone types. */
import { useTranslation } from 'react-i18next';
import { PageSearchField } from '@/components/SearchField';
import { useOncePainted } from '@/components/useOncePainted';
import { useTyped } from '@/components/useTyped';

interface Props {
  text: string;
  onChange(text: string): void;
}

export function SearchBox({ text, onChange }: Props) {
  const { t } = useTranslation('devices');
  const [typed, setTyped] = useTyped(text);
  const send = useOncePainted(onChange);
  return (
    <PageSearchField
      label={t('search.label')}
      placeholder={t('search.placeholder')}
      text={typed}
      onChange={(next) => {
        setTyped(next);
        send(next);
      }}
    />
  );
}
