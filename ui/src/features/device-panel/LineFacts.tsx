/** The tracker's digital inputs and outputs. */
import { useTranslation } from 'react-i18next';
import type { FixDetail } from '@/ipc/generated/contract';
import { type Fact, Facts } from './Facts';

export function LineFacts({ fix }: { fix: FixDetail }) {
  const { t } = useTranslation('device');
  const word = (isOn: boolean | null) =>
    isOn === null ? t('unreadableLine') : t(isOn ? 'on' : 'off');
  const facts: Fact[] = [
    ...fix.inputs.map((isOn, index) => ({
      key: `input${index + 1}`,
      label: index === 0 ? t('inputIgnition') : t('input', { number: index + 1 }),
      value: word(isOn),
    })),
    ...fix.outputs.map((isOn, index) => ({
      key: `output${index + 1}`,
      label: t('output', { number: index + 1 }),
      value: word(isOn),
    })),
  ];
  return <Facts title={t('section.lines')} facts={facts} />;
}
