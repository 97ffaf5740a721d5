/** Which licences the project takes, and how a bill of materials names them. */
import { installed, type Lockfile, useInPackage } from './lockfile';

/** What may be compiled into the package: it may be passed on in any form, with its notice. */
const IN_PACKAGE = new Set(['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Unicode-3.0']);

/** What may be used to build and test besides: nothing of it reaches a reader. */
const FOR_BUILDING = new Set(['MPL-2.0', 'BlueOak-1.0.0', 'CC0-1.0', 'Python-2.0', 'BSD', 'Zlib']);

/** Whether a licence, or one of a choice of them, may be compiled into the package. */
export function mayBeShipped(licence: string): boolean {
  return holds(licence, (one) => IN_PACKAGE.has(one));
}

/** Whether a licence, or one of a choice of them, may be used to build and test. */
function mayBuildWith(licence: string): boolean {
  return holds(licence, (one) => IN_PACKAGE.has(one) || FOR_BUILDING.has(one));
}

/** The installed packages whose licences the project does not take, a line each. */
export function licenceFaults(lock: Lockfile): string[] {
  return installed(lock).flatMap((one) => {
    const licence = one.entry.license ?? 'no licence stated';
    const fits = useInPackage(one) === undefined ? mayBuildWith(licence) : mayBeShipped(licence);
    return fits ? [] : [`${one.path}: ${licence}`];
  });
}

/** SPDX expressions as packages write them: names joined by OR, or by AND. Anything else is one unknown name. */
function holds(licence: string, allowed: (one: string) => boolean): boolean {
  const parts = licence.replace(/^\((.*)\)$/, '$1');
  return parts.split(' OR ').some((choice) => choice.split(' AND ').every(allowed));
}

/** A licence as CycloneDX writes it: an SPDX name, an SPDX expression, or a name that SPDX does not know. */
export function licenceChoice(licence: string): Record<string, unknown> {
  if (/ (?:OR|AND) /.test(licence)) return { expression: licence };
  return { license: licence === 'BSD' ? { name: licence } : { id: licence } };
}
