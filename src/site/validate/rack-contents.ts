import { RACK_UNIT_METRES } from '../../units/air';
import { type OwnTypes, serverTypeIn, serverTypesOf } from '../catalogue/catalogue';
import { closestWord } from '../closest-word';
import { labelOf } from '../entity';
import type { Issue } from '../issue';
import { phrase } from '../phrase';
import { metresText } from '../quantity-text';
import type { Rack, RackContent } from '../schema/rack';
import { error, type Rule, warning } from './rule';

const tolerance = 1e-3;

/** What fills a rack fits into it, slot by slot, and is known to the catalogue. */
export const checkRackContents: Rule = (site) =>
  site.racks.flatMap((rack, index) => rackIssues(site, rack, `racks[${index}]`));

function rackIssues(site: OwnTypes, rack: Rack, path: string): Issue[] {
  const issues: Issue[] = [];
  const top = rack.uBase + rack.uHeight * RACK_UNIT_METRES;
  if (top > rack.size.height + tolerance) {
    const fits = Math.max(0, Math.floor((rack.size.height - rack.uBase) / RACK_UNIT_METRES));
    issues.push(
      error(
        'units-above-rack',
        `${path}.uHeight`,
        phrase`${labelOf(rack)}: ${rack.uHeight} units from ${metresText(rack.uBase)} reach ${metresText(top)}, the rack is ${metresText(rack.size.height)} tall.`,
        phrase`Use at most ${fits} units, or a taller rack.`,
      ),
    );
  }
  if (rack.underRackGap > rack.uBase + tolerance) {
    issues.push(
      error(
        'gap-above-base',
        `${path}.underRackGap`,
        phrase`${labelOf(rack)}: the gap under the rack (${metresText(rack.underRackGap)}) is higher than its first unit (${metresText(rack.uBase)}).`,
        'Lower the gap or raise uBase.',
      ),
    );
  }
  const owner: (number | undefined)[] = [];
  rack.contents.forEach((content, index) => {
    issues.push(...contentIssues(site, rack, content, `${path}.contents[${index}]`));
    let clash: number | undefined;
    for (let u = content.uStart; u < content.uStart + content.uSize; u++) {
      clash ??= owner[u];
      owner[u] ??= index;
    }
    if (clash !== undefined) {
      const other = rack.contents[clash]!;
      issues.push(
        error(
          'slot-overlap',
          `${path}.contents[${index}].uStart`,
          phrase`${labelOf(rack)}: ${content.id} (${slotText(content)}) overlaps ${other.id} (${slotText(other)}).`,
          'Move one of them to free units.',
        ),
      );
    }
  });
  return issues;
}

function contentIssues(site: OwnTypes, rack: Rack, content: RackContent, path: string): Issue[] {
  const issues: Issue[] = [];
  if (content.uStart + content.uSize - 1 > rack.uHeight) {
    issues.push(
      error(
        'slot-above-rack',
        `${path}.uStart`,
        phrase`${labelOf(rack)}: ${content.id} fills ${slotText(content)}, the rack has ${rack.uHeight} units.`,
        'Move it down, or give the rack more units.',
      ),
    );
  }
  const { vent } = content;
  if (
    vent !== undefined &&
    (vent.zMin + vent.height > rack.size.height + tolerance || vent.width > rack.size.width + tolerance)
  ) {
    issues.push(
      error(
        'vent-outside-rack',
        `${path}.vent`,
        phrase`${labelOf(rack)}: the vent of ${content.id} (${metresText(vent.width)} wide, up to ${metresText(vent.zMin + vent.height)}) is larger than the rack (${metresText(rack.size.width)} x ${metresText(rack.size.height)}).`,
        'Make the vent smaller or lower.',
      ),
    );
  }
  if (content.kind === 'chassis') {
    if (content.powerW > 0 && content.airflowM3s === 0 && content.liquidFraction < 1) {
      issues.push(
        warning(
          'heat-without-air',
          `${path}.airflowM3s`,
          phrase`${labelOf(rack)}: ${content.id} gives off ${content.powerW} W but draws no air: its heat has no way out.`,
          'Give it an airflow, or a liquidFraction of 1.',
        ),
      );
    }
    return issues;
  }
  const type = serverTypeIn(site, content.type);
  if (type === undefined) {
    const ids = serverTypesOf(site).map(({ id }) => id);
    const near = closestWord(content.type, ids);
    issues.push(
      error(
        'unknown-server-type',
        `${path}.type`,
        phrase`${labelOf(rack)}: the catalogue has no server type ${content.type}.`,
        near === null ? phrase`Use one of: ${ids.join(', ')}.` : phrase`Did you mean ${near}?`,
      ),
    );
    return issues;
  }
  const capacity = Math.floor(content.uSize / type.uSize) * type.serversPerUSize;
  if (content.count > capacity) {
    issues.push(
      error(
        'slot-too-small',
        `${path}.count`,
        phrase`${labelOf(rack)}: ${content.count} of ${type.name} do not fit into ${content.uSize} units; ${type.serversPerUSize} of them fill ${type.uSize}.`,
        phrase`Use at most ${capacity}, or a larger slot.`,
      ),
    );
  }
  return issues;
}

function slotText({ uStart, uSize }: RackContent): string {
  return uSize === 1 ? `U${uStart}` : `U${uStart}-U${uStart + uSize - 1}`;
}
