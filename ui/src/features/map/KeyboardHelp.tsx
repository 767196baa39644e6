/** Which keys do what on the map. */
import { Kbd, Text } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ControlPopover } from './ControlPopover';
import classes from './MapActions.module.css';

/** Keys by what they do. Those of one line are held together, those of several lists are alternatives. */
const KEYS = [
  ['move', [['↑'], ['↓'], ['←'], ['→']]],
  ['zoom', [['+'], ['−']]],
  [
    'turn',
    [
      ['Shift', '←'],
      ['Shift', '→'],
    ],
  ],
  [
    'tilt',
    [
      ['Shift', '↑'],
      ['Shift', '↓'],
    ],
  ],
  ['menu', [['Shift', 'F10']]],
  ['shown', [['Ctrl', 'A']]],
  ['goTo', [['G']]],
  ['help', [['?']]],
  ['escape', [['Esc']]],
] as const;

interface Props {
  isOpen: boolean;
  onOpen(isOpen: boolean): void;
}

export function KeyboardHelp({ isOpen, onOpen }: Props) {
  const { t } = useTranslation('mapActions');
  return (
    <ControlPopover
      title={t('keys.title')}
      Icon={IconKeyboard}
      isOpen={isOpen}
      onOpen={onOpen}
      position="right-end"
      widthPx={390}
      takesFocus
    >
      <Text size="xs" mb={6}>
        {t('keys.intro')}
      </Text>
      <dl className={classes.keys}>
        {KEYS.map(([name, choices]) => (
          <div key={name}>
            <dt>
              {choices.map((held) => (
                <span key={held.join()} className={classes.held} dir="ltr">
                  {held.map((key) => (
                    <Kbd key={key} size="xs">
                      {key}
                    </Kbd>
                  ))}
                </span>
              ))}
            </dt>
            <dd>{t(`keys.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <Text size="xs" mt={6}>
        {t('keys.pointer')}
      </Text>
    </ControlPopover>
  );
}
