import { describe, expect, it } from 'vitest';
import { PerspectiveCamera, Vector3 } from 'three';
import { room as roomSchema } from '../../../site/schema/room';
import { FIELD_OF_VIEW_DEGREES, flatZoom, homeView } from './framing';

const room = roomSchema.parse({ width: 9.6, depth: 7.2, height: 3 });

describe('home view', () => {
  it.each([16 / 9, 1, 390 / 420])('has every corner of the floor in view at aspect %f', (aspect) => {
    const { eye, target } = homeView(room, aspect);
    const camera = new PerspectiveCamera(FIELD_OF_VIEW_DEGREES, aspect, 0.1, 500);
    camera.up.set(0, 0, 1);
    camera.position.set(eye.x, eye.y, eye.z);
    camera.lookAt(target.x, target.y, target.z);
    camera.updateMatrixWorld();
    let widest = 0;
    for (const [x, y] of [[0, 0], [9.6, 0], [0, 7.2], [9.6, 7.2]] as const) {
      const at = new Vector3(x, y, 0).project(camera);
      expect(Math.abs(at.x)).toBeLessThan(1);
      expect(Math.abs(at.y)).toBeLessThan(1);
      widest = Math.max(widest, Math.abs(at.x), Math.abs(at.y));
    }
    expect(widest).toBeGreaterThan(0.6);
  });

  it('zooms a plan so that the longer side fits', () => {
    const zoom = flatZoom(room, 'plan', 960, 720);
    expect(zoom * 9.6).toBeLessThanOrEqual(960);
    expect(zoom * 7.2).toBeLessThanOrEqual(720);
    expect(Math.max(zoom * 9.6 / 960, zoom * 7.2 / 720)).toBeGreaterThan(0.7);
  });
});
