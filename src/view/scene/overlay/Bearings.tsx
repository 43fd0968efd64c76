import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocument } from '../../../store/document';
import { useViewOptions } from '../../../store/view-options';
import type { ViewBridge } from '../camera/view-bridge';
import classes from './overlay.module.css';
import { scaleBarOf } from './scale-bar';

const MAX_BAR_PX = 110;

/** Scale bar at the middle of the room, and a compass of the floor's axes that also brings the home view back. */
export function Bearings({ bridge }: { bridge: ViewBridge }) {
  const { t } = useTranslation('scene');
  const room = useDocument((state) => state.site.room);
  const mode = useViewOptions((state) => state.cameraMode);
  const goHome = useViewOptions((state) => state.goHome);
  const bar = useRef<HTMLDivElement>(null);
  const length = useRef<HTMLSpanElement>(null);
  const needle = useRef<SVGGElement>(null);
  useEffect(() => {
    const write = () => {
      const scale = scaleBarOf(bridge.pixelsPerMetre({ x: room.width / 2, y: room.depth / 2, z: 0 }), MAX_BAR_PX);
      bar.current!.style.width = `${scale.px.toFixed(1)}px`;
      length.current!.textContent = `${scale.metres} m`;
      const e = bridge.camera?.matrixWorld.elements;
      const azimuth = e === undefined ? 0 : Math.atan2(e[1]!, e[0]!);
      needle.current!.setAttribute('transform', `rotate(${((azimuth * 180) / Math.PI).toFixed(1)})`);
    };
    write();
    return bridge.onView(write);
  }, [bridge, room]);
  return (
    <div className={classes.bearings}>
      <button
        type="button"
        className={classes.compass}
        aria-label={t('bearings.compass')}
        title={t('bearings.compass')}
        onClick={goHome}
        data-testid="compass"
      >
        <svg
          viewBox="-20 -20 40 40"
          width="38"
          height="38"
          aria-hidden="true"
          visibility={mode === 'front' ? 'hidden' : undefined}
        >
          <circle r="17" className={classes.compassRim} />
          <g ref={needle}>
            <path d="M0 -13 L3 0 L0 2 L-3 0 Z" className={classes.compassNeedle} />
            <path d="M13 0 L0 2 L1 -2 Z" className={classes.compassAside} />
            <text y="-14" className={classes.compassText}>
              y
            </text>
            <text x="15.5" y="2.5" className={classes.compassText}>
              x
            </text>
          </g>
        </svg>
      </button>
      <div
        className={classes.scaleBar}
        aria-hidden="true"
        title={mode === 'orbit' || mode === 'walk' ? t('bearings.scaleAtCentre') : undefined}
      >
        <span ref={length} />
        <div ref={bar} className={classes.scaleRule} />
      </div>
    </div>
  );
}
