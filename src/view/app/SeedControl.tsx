import { Button, NumberInput, Popover, Text } from '@mantine/core';
import { IconDice5 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRun } from '../../store/run';
import { IconButton } from './IconButton';
import classes from './top-bar.module.css';

const MAX_SEED = 4_294_967_295;

/** The seed of everything random in a run: the same seed gives the same run. */
export function SeedControl() {
  const { t } = useTranslation();
  const seed = useRun((state) => state.seed);
  const setSeed = useRun((state) => state.setSeed);
  const [opened, setOpened] = useState(false);
  const [draft, setDraft] = useState<number | string>(seed);
  const valid = typeof draft === 'number' && Number.isInteger(draft);
  const restart = () => {
    if (!valid) return;
    setSeed(draft);
    setOpened(false);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom" withArrow trapFocus>
      <Popover.Target>
        <IconButton
          label={t('run.seedIs', { seed })}
          onClick={() => {
            setDraft(seed);
            setOpened(!opened);
          }}
          testId="seed"
        >
          <IconDice5 size={18} />
        </IconButton>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          className={classes.seed}
          onSubmit={(event) => {
            event.preventDefault();
            restart();
          }}
        >
          <NumberInput
            label={t('run.seed')}
            value={draft}
            onChange={setDraft}
            min={0}
            max={MAX_SEED}
            allowDecimal={false}
            allowNegative={false}
            data-testid="seed-input"
          />
          <Text size="xs" c="dimmed">
            {t('run.seedMeaning')}
          </Text>
          <Button type="submit" disabled={!valid} size="xs">
            {t('run.restartWithSeed')}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
