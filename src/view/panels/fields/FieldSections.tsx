import { useTranslation } from 'react-i18next';
import { Section } from '../Section';
import { Field } from './Field';
import type { FieldSection, FieldSpec } from './field-spec';
import classes from './fields.module.css';

interface FieldSectionsProps<E> {
  sections: readonly FieldSection<E>[];
  entities: readonly E[];
  onEdit(fieldLabel: string, fieldId: string, change: (entity: E) => E): boolean;
  /** Sections shut at first. */
  shut?: readonly string[];
}

/** Numbers stand two in a row; everything else takes the width. */
const isWide = <E,>(spec: FieldSpec<E>) => spec.kind !== 'number';

/** The fields of some entities, in foldable sections. */
export function FieldSections<E>({ sections, entities, onEdit, shut = [] }: FieldSectionsProps<E>) {
  const { t } = useTranslation('panels');
  return sections.map((section) => (
    <Section
      key={section.id}
      id={section.id}
      title={t(`section.${section.id}`)}
      initiallyOpen={!shut.includes(section.id)}
    >
      <div className={classes.grid}>
        {section.fields.map((spec) => (
          <div
            key={spec.id}
            className={isWide(spec) ? classes.wide : classes.cell}
            hidden={spec.when ? !entities.every(spec.when) : false}
          >
            <Field spec={spec} entities={entities} onEdit={onEdit} />
          </div>
        ))}
      </div>
    </Section>
  ));
}
