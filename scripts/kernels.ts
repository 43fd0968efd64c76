/** `npm run kernels`: compiles assembly/ to WebAssembly and writes it as the module that the engine loads. */
import { writeFileSync } from 'node:fs';
import { compileKernels, KERNELS_MODULE, kernelsModule } from './kernels/compile';

const binary = await compileKernels();
writeFileSync(KERNELS_MODULE, kernelsModule(binary));
process.stdout.write(`${KERNELS_MODULE}: ${binary.length} bytes of WebAssembly\n`);
