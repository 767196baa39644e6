/** What the user may do: the privileges that the account uses, and others as the service spells them. */
import { Checkbox, NumberInput, TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import panel from '@/components/EditorPanel.module.css';
import { viewQuery } from '@/ipc/queries';
import type { FieldsProps } from './fields';
import { Section } from './Section';

export function PowerFields({ draft, errors, edit }: FieldsProps) {
  const { t } = useTranslation('users');
  const { t: tFields } = useTranslation('fields');
  const known = useQuery(viewQuery('user_choices', {})).data?.privileges ?? [];
  const { privileges } = draft;
  const others = privileges.filter((privilege) => !known.includes(privilege));
  const give = (privilege: string, isGiven: boolean) =>
    edit({
      privileges: isGiven
        ? [...privileges, privilege]
        : privileges.filter((other) => other !== privilege),
    });
  return (
    <Section title={t('section.power')}>
      {known.length === 0 && <p className={panel.hint}>{t('power.none')}</p>}
      {known.map((privilege) => (
        <Checkbox
          key={privilege}
          size="xs"
          label={<bdi>{privilege}</bdi>}
          checked={privileges.includes(privilege)}
          onChange={(event) => give(privilege, event.currentTarget.checked)}
        />
      ))}
      <TagsInput
        size="xs"
        label={t('power.add')}
        description={t('power.addHint')}
        error={errors.privileges}
        value={others}
        onChange={(typed) =>
          edit({
            privileges: [
              ...privileges.filter((privilege) => known.includes(privilege)),
              ...typed.filter((privilege) => privilege.trim() !== ''),
            ],
          })
        }
      />
      <NumberInput
        size="xs"
        label={tFields('label.adminDevices')}
        description={t('power.adminHint')}
        error={errors.adminDevices}
        min={0}
        allowDecimal={false}
        allowNegative={false}
        hideControls
        value={draft.adminDevices ?? ''}
        onChange={(value) =>
          edit({ adminDevices: typeof value === 'number' && value > 0 ? value : null })
        }
      />
    </Section>
  );
}
