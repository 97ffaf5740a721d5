/** A certificate that signs itself, made anew for each run: browsers in tests are told to take it. */
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** The few shapes of ASN.1 (X.690) that a certificate is made of. */
const SEQUENCE = 0x30;
const SET = 0x31;
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OBJECT = 0x06;
const UTF8 = 0x0c;
const UTC_TIME = 0x17;
const OCTETS = 0x04;
/** Fields that are told by a number in brackets: the version, the extensions; and a name of a host among alternatives. */
const VERSION = 0xa0;
const EXTENSIONS = 0xa3;
const HOST_NAME = 0x82;

/** ecdsa-with-SHA256, commonName and subjectAltName, as DER. */
const ECDSA_SHA256 = Buffer.from('2a8648ce3d040302', 'hex');
const COMMON_NAME = Buffer.from('550403', 'hex');
const ALTERNATIVE_NAME = Buffer.from('551d11', 'hex');

function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  // DER takes the shortest way to write a length, and Chromium takes nothing else.
  const written = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...written]), content]);
}

/** A key and a certificate for a name. */
export function makeCertificate(name: string): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const algorithm = der(SEQUENCE, der(OBJECT, ECDSA_SHA256));
  const who = der(SEQUENCE, der(SET, der(SEQUENCE, der(OBJECT, COMMON_NAME), der(UTF8, Buffer.from(name)))));
  const serial = der(INTEGER, Buffer.concat([Buffer.from([1]), randomBytes(8)]));
  const validity = der(
    SEQUENCE,
    der(UTC_TIME, Buffer.from('240101000000Z')),
    der(UTC_TIME, Buffer.from('490101000000Z')),
  );
  const publicBytes = publicKey.export({ type: 'spki', format: 'der' });
  const version = der(VERSION, der(INTEGER, Buffer.from([2])));
  const names = der(SEQUENCE, der(HOST_NAME, Buffer.from(name)));
  const extensions = der(EXTENSIONS, der(SEQUENCE, der(SEQUENCE, der(OBJECT, ALTERNATIVE_NAME), der(OCTETS, names))));
  const body = der(SEQUENCE, version, serial, algorithm, who, validity, who, publicBytes, extensions);
  const signature = der(BIT_STRING, Buffer.from([0]), sign('sha256', body, privateKey));
  const cert = der(SEQUENCE, body, algorithm, signature).toString('base64').replace(/.{64}/g, '$&\n');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${cert}\n-----END CERTIFICATE-----\n`,
  };
}
