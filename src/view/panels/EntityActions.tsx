import { IconCopy, IconFocusCentered, IconRotate, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type EntityRef, entityLabel } from '../../site/entity';
import { useDocument } from '../../store/document';
import { useViewOptions } from '../../store/view-options';
import { IconButton } from '../app/IconButton';
import { deleteRefs, duplicateRefs, rotateRefs } from './entity-actions';
import classes from './panels.module.css';

const TURNABLE = new Set(['rack', 'coolingUnit', 'containment', 'obstacle', 'tile', 'ceilingGrille']);

/** What can be done to the selected entities as a whole. */
export function EntityActions({ refs }: { refs: readonly EntityRef[] }) {
  const { t } = useTranslation('panels');
  const name = useDocument((state) =>
    refs.length === 1 ? entityLabel(state.site, refs[0]!) : t('edit.things', { count: refs.length }),
  );
  return (
    <div className={classes.actions}>
      <IconButton
        label={t('action.focus')}
        shortcut="F"
        size={26}
        onClick={() => useViewOptions.getState().focusSelection()}
      >
        <IconFocusCentered size={16} />
      </IconButton>
      {refs.every(({ kind }) => TURNABLE.has(kind)) && (
        <IconButton
          label={t('action.rotate')}
          shortcut="R"
          size={26}
          onClick={() => rotateRefs(t('edit.rotate', { name }), refs)}
          testId="rotate"
        >
          <IconRotate size={16} />
        </IconButton>
      )}
      <IconButton
        label={t('action.duplicate')}
        shortcut="Ctrl+D"
        size={26}
        onClick={() => duplicateRefs(t('edit.duplicate', { name }), refs)}
        testId="duplicate"
      >
        <IconCopy size={16} />
      </IconButton>
      <IconButton
        label={t('action.delete')}
        shortcut="Del"
        size={26}
        onClick={() => deleteRefs(t('edit.delete', { name }), refs)}
        testId="delete"
      >
        <IconTrash size={16} />
      </IconButton>
    </div>
  );
}
