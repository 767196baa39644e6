/** What can be done with the open user: review what was typed, and what goes without typing. */
import { Button, Menu } from '@mantine/core';
import { IconChevronUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import panel from '@/components/EditorPanel.module.css';

export interface UserActions {
  onReview(): void;
  onDiscard(): void;
  onClose(): void;
  onToggle(): void;
  onExtend(days: number): void;
  onCopyAccess(): void;
  onDuplicate(): void;
  onDelete(): void;
}

interface Props extends UserActions {
  isNew: boolean;
  isChanged: boolean;
  isDisabled: boolean;
  /** Whose validity has no end needs none. */
  hasEnd: boolean;
}

const SPANS = [30, 90, 365] as const;

export function UserFooter({ isNew, isChanged, isDisabled, hasEnd, ...actions }: Props) {
  const { t } = useTranslation('users');
  const { t: tCommon } = useTranslation();
  return (
    <footer className={panel.footer}>
      <Button size="xs" disabled={!isChanged} onClick={actions.onReview}>
        {t('action.review')}
      </Button>
      <Button
        size="xs"
        variant="default"
        onClick={isChanged && !isNew ? actions.onDiscard : actions.onClose}
      >
        {isNew ? tCommon('cancel') : isChanged ? t('action.discard') : tCommon('close')}
      </Button>
      <Menu position="top-end" width={260}>
        <Menu.Target>
          <Button
            size="xs"
            variant="subtle"
            className={panel.apart}
            rightSection={<IconChevronUp size={14} aria-hidden />}
          >
            {t('action.more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {!isNew && (
            <>
              <Menu.Item onClick={actions.onToggle}>
                {t(isDisabled ? 'action.enable' : 'action.disable')}
              </Menu.Item>
              <Menu.Label>{t('action.extendTitle')}</Menu.Label>
              {SPANS.map((days) => (
                <Menu.Item key={days} disabled={!hasEnd} onClick={() => actions.onExtend(days)}>
                  {days === 365 ? t('action.extendYear') : t('action.extendDays', { count: days })}
                </Menu.Item>
              ))}
              <Menu.Divider />
            </>
          )}
          <Menu.Item onClick={actions.onCopyAccess}>{t('action.copyAccess')}</Menu.Item>
          {!isNew && (
            <>
              <Menu.Item onClick={actions.onDuplicate}>{t('action.duplicate')}</Menu.Item>
              <Menu.Divider />
              <Menu.Item color="red" onClick={actions.onDelete}>
                {t('action.delete')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
    </footer>
  );
}
