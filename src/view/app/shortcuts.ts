interface Shortcut {
  /** Key of the text that says what it does. */
  id: string;
  /** Keys held together; named ones are translated, the rest shown as written. */
  keys: readonly string[];
}

export const SHORTCUT_GROUPS: readonly { group: string; shortcuts: readonly Shortcut[] }[] = [
  {
    group: 'run',
    shortcuts: [
      { id: 'playPause', keys: ['space'] },
      { id: 'step', keys: ['.'] },
    ],
  },
  {
    group: 'document',
    shortcuts: [
      { id: 'undo', keys: ['Ctrl', 'Z'] },
      { id: 'redo', keys: ['Ctrl', 'shift', 'Z'] },
      { id: 'save', keys: ['Ctrl', 'S'] },
      { id: 'open', keys: ['Ctrl', 'O'] },
    ],
  },
  {
    group: 'edit',
    shortcuts: [
      { id: 'nudge', keys: ['arrows'] },
      { id: 'nudgeFine', keys: ['shift', 'arrows'] },
      { id: 'rotate', keys: ['R'] },
      { id: 'duplicate', keys: ['Ctrl', 'D'] },
      { id: 'delete', keys: ['delete'] },
      { id: 'selectAll', keys: ['Ctrl', 'A'] },
      { id: 'cancel', keys: ['escape'] },
    ],
  },
  {
    group: 'pointer',
    shortcuts: [
      { id: 'dragCopy', keys: ['Alt', 'drag'] },
      { id: 'dragAxis', keys: ['shift', 'drag'] },
      { id: 'dragFree', keys: ['Ctrl', 'drag'] },
      { id: 'marquee', keys: ['shift', 'dragFloor'] },
      { id: 'addToSelection', keys: ['shift', 'click'] },
    ],
  },
  {
    group: 'view',
    shortcuts: [
      { id: 'home', keys: ['home'] },
      { id: 'focus', keys: ['F'] },
      { id: 'walk', keys: ['W', 'A', 'S', 'D'] },
      { id: 'shortcuts', keys: ['?'] },
    ],
  },
];
