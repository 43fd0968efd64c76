/** What the browser can draw with. */
export type GraphicsSupport = { webgl2: false } | { webgl2: true; software: boolean };

const SOFTWARE_RENDERERS = /swiftshader|llvmpipe|softpipe|software|basic render/i;

let known: GraphicsSupport | null = null;

/** Looks once: is there WebGL 2, and does a processor without a graphics chip do the drawing? */
export function graphicsSupport(): GraphicsSupport {
  known ??= probe();
  return known;
}

function probe(): GraphicsSupport {
  const gl = document.createElement('canvas').getContext('webgl2');
  if (gl === null) return { webgl2: false };
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const renderer = String(gl.getParameter(info === null ? gl.RENDERER : info.UNMASKED_RENDERER_WEBGL));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return { webgl2: true, software: SOFTWARE_RENDERERS.test(renderer) };
}
