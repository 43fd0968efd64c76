import { PerspectiveCamera, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { room as roomSchema } from '../../../site/schema/room';
import { downwardShift, FIELD_OF_VIEW_DEGREES, flatZoom, homeView, viewportOf } from './framing';

const room = roomSchema.parse({ width: 9.6, depth: 7.2, height: 3 });

describe('home view', () => {
  it.each([
    [1440, 800, true],
    [640, 640, false],
    [390, 420, true],
  ])('has every corner of the floor in the free part of %i x %i px, rows along x: %s', (width, height, alongX) => {
    const viewport = viewportOf(width, height, width < 600);
    const { eye, target } = homeView(room, viewport, alongX);
    const camera = new PerspectiveCamera(FIELD_OF_VIEW_DEGREES, width / height, 0.1, 500);
    camera.up.set(0, 0, 1);
    camera.position.set(eye.x, eye.y, eye.z);
    camera.lookAt(target.x, target.y, target.z);
    camera.setViewOffset(width, height, 0, -downwardShift(viewport), width, height);
    camera.updateMatrixWorld();
    let widest = 0;
    for (const [x, depth] of [
      [0, 0],
      [9.6, 0],
      [0, 7.2],
      [9.6, 7.2],
    ] as const) {
      const at = new Vector3(x, depth, 0).project(camera);
      const y = ((1 - at.y) / 2) * height;
      expect(Math.abs(at.x)).toBeLessThan(1);
      expect(y).toBeGreaterThan(viewport.insetTop);
      expect(y).toBeLessThan(height - viewport.insetBottom);
      widest = Math.max(widest, Math.abs(at.x), Math.abs(at.y));
    }
    expect(widest).toBeGreaterThan(0.6);
  });

  it('zooms a plan so that the longer side fits', () => {
    const zoom = flatZoom(room, 'plan', viewportOf(960, 720, false));
    expect(zoom * 9.6).toBeLessThanOrEqual(960);
    expect(zoom * 7.2).toBeLessThanOrEqual(720 - 92 - 52);
    expect(Math.max((zoom * 9.6) / 960, (zoom * 7.2) / 576)).toBeGreaterThan(0.9);
  });
});
