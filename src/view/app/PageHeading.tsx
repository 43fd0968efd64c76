import { VisuallyHidden } from '@mantine/core';
import { useDocument } from '../../store/document';

/** The page's heading for those who hear it: the program and the open site. */
export function PageHeading() {
  const name = useDocument((state) => (state.opened > 0 ? state.site.name : ''));
  return (
    <VisuallyHidden>
      <h1>Isotherm {name}</h1>
    </VisuallyHidden>
  );
}
