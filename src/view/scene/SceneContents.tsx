import { useReducedMotion } from '@mantine/hooks';
import { useThree } from '@react-three/fiber';
import { useCallback, useEffect, useMemo } from 'react';
import { coolingUnitBox, rackBox } from '../../site/footprint';
import type { Rack } from '../../site/schema/rack';
import { useDocument } from '../../store/document';
import { shownSite, useInteraction } from '../../store/interaction';
import { useTheme } from '../../store/theme';
import { useViewOptions } from '../../store/view-options';
import { AirParticles } from './air/AirParticles';
import { Streamlines } from './air/Streamlines';
import { CameraRig } from './camera/CameraRig';
import { FloorTint } from './field/FloorTint';
import { TemperatureSlice } from './field/TemperatureSlice';
import { FramePacing } from './gpu/FramePacing';
import { setPalette, setTemperatureRange } from './gpu/shared-uniforms';
import { PointerControl } from './interact/PointerControl';
import { useEntityFlags } from './interact/use-entity-flags';
import { Outlines } from './overlay/Outlines';
import { Racks } from './racks/Racks';
import { RACK_FLAG } from './racks/rack-texture';
import { useGhosts } from './racks/use-ghosts';
import { useTemperatureRange } from './range-store';
import { BoxLayer } from './room/BoxLayer';
import { ContactShadows } from './room/ContactShadows';
import { Containments } from './room/Containments';
import { CoolingUnits } from './room/CoolingUnits';
import { Floor } from './room/Floor';
import { CeilingGrilles, Openings, Tiles } from './room/Panels';
import { Sensors } from './room/Sensors';
import { TileJets } from './room/TileJets';
import { Walls } from './room/Walls';
import { useSceneContext } from './scene-context';
import { SCENE_PALETTES } from './scene-theme';
import { TileMarks } from './underfloor/TileMarks';
import { UnderfloorAir } from './underfloor/UnderfloorAir';

/** Colours of the theme and of the temperatures, written into the shared uniforms. */
function useSharedColours(): void {
  const { uniforms } = useSceneContext();
  const invalidate = useThree((state) => state.invalidate);
  const theme = useTheme();
  const range = useTemperatureRange((state) => state.range);
  useMemo(() => setPalette(uniforms, theme), [uniforms, theme]);
  useEffect(() => {
    setTemperatureRange(uniforms, range);
    invalidate();
  }, [uniforms, range, invalidate]);
  useEffect(() => {
    if (theme) invalidate();
  }, [theme, invalidate]);
}

/** Translucent layers cost a software renderer most; beyond this many tiles it goes without their jets. */
const MAX_JETS_LOW_QUALITY = 300;

/** Everything inside the canvas: the room as the document has it, with what is in the hand where it is held. */
export function SceneContents() {
  const { bridge, lowQuality } = useSceneContext();
  const theme = useTheme();
  const documentSite = useDocument((state) => state.site);
  const site = useInteraction(({ current }) => shownSite(documentSite, current));
  const options = useViewOptions();
  const underfloor = site.raisedFloor?.plenum === 'two-dimensional' ? options.underfloor : 'off';
  const calm = useReducedMotion();
  const ghosts = useGhosts(bridge);
  useSharedColours();

  const rackFlags = useEntityFlags('rack');
  const flagsOfRack = useCallback(
    (rack: Rack) => rackFlags(rack) | (ghosts.has(rack.id) ? RACK_FLAG.ghost : 0),
    [rackFlags, ghosts],
  );
  const unitFlags = useEntityFlags('coolingUnit');
  const tileFlags = useEntityFlags('tile');
  const grilleFlags = useEntityFlags('ceilingGrille');
  const openingFlags = useEntityFlags('opening');
  const containmentFlags = useEntityFlags('containment');
  const obstacleFlags = useEntityFlags('obstacle');
  const sensorFlags = useEntityFlags('sensor');

  const { racks, coolingUnits, obstacles } = site;
  const obstacleItems = useMemo(
    () =>
      obstacles.map((obstacle) => ({
        box: { min: obstacle.min, max: obstacle.max },
        style: 'building' as const,
        flags: obstacleFlags(obstacle),
      })),
    [obstacles, obstacleFlags],
  );
  const standing = useMemo(
    () => [...racks.map(rackBox), ...coolingUnits.map(coolingUnitBox), ...obstacles].filter(({ min }) => min.z < 0.05),
    [racks, coolingUnits, obstacles],
  );

  return (
    <>
      <color attach="background" args={[SCENE_PALETTES[theme].background]} />
      {lowQuality && <FramePacing />}
      <CameraRig room={site.room} />
      <PointerControl />
      <Floor site={site} showGrid={options.showGrid} />
      {underfloor === 'off' ? options.showFloorTint && <FloorTint /> : <UnderfloorAir show={underfloor} />}
      <ContactShadows boxes={standing} />
      <Walls room={site.room} showCeiling={options.showCeiling} />
      <Tiles tiles={site.tiles} flagsOf={tileFlags} />
      {!(lowQuality && site.tiles.length > MAX_JETS_LOW_QUALITY) && <TileJets tiles={site.tiles} />}
      {site.raisedFloor?.plenum === 'two-dimensional' && <TileMarks tiles={site.tiles} />}
      <Openings site={site} flagsOf={openingFlags} />
      {options.showCeiling && <CeilingGrilles site={site} flagsOf={grilleFlags} />}
      <BoxLayer items={obstacleItems} />
      <CoolingUnits units={coolingUnits} flagsOf={unitFlags} />
      <Racks racks={racks} showNames={options.labels} flagsOf={flagsOfRack} />
      {options.showContainment && <Containments containments={site.containments} flagsOf={containmentFlags} />}
      <Sensors sensors={site.sensors} flagsOf={sensorFlags} />
      {options.slice.visible && <TemperatureSlice room={site.room} slice={options.slice} />}
      {options.air === 'particles' && !calm && <AirParticles />}
      {options.air === 'streamlines' && <Streamlines />}
      <Outlines site={site} />
    </>
  );
}
