import { useTranslation } from 'react-i18next';
import { useDocument } from '../../store/document';
import { GridStudyLink } from '../grid-study/GridStudyLink';
import { HeatLink } from '../heat/HeatLink';
import { FieldSections } from './fields/FieldSections';
import { siteSections } from './fields/site-fields';
import { IndicesSection } from './IndicesSection';

const SHUT = ['servers', 'plant', 'liquid', 'room', 'notes', 'power', 'outdoor'];

/** Settings of the whole site. */
export function SiteInspector() {
  const { t } = useTranslation('panels');
  const site = useDocument((state) => state.site);
  return (
    <>
      <IndicesSection />
      <FieldSections
        sections={siteSections(site)}
        entities={[site]}
        shut={SHUT}
        onEdit={(field, id, change) =>
          useDocument.getState().apply(t('edit.site', { field }), change(site), { mergeKey: `site.${id}` })
        }
      />
      <HeatLink />
      <GridStudyLink />
    </>
  );
}
