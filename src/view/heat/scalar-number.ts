import { type Frame, type FrameScalar, readScalar } from '../../frame/layout';

/** Reader of one scalar of the frame. */
export const scalar = (name: FrameScalar) => (frame: Frame) => readScalar(frame, name);
