// A portal's tokens in Node, with nothing but Node. `loadKey()` when the portal starts, `signToken()` for each answer.
import { createHmac, createPrivateKey, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** `alg` is HS256 (the file holds the secret in base64), ES256 or EdDSA (a private key as PEM). */
export function loadKey(alg, file, kid) {
  const text = readFileSync(file, 'utf8');
  const key = alg === 'HS256' ? Buffer.from(text.trim(), 'base64') : createPrivateKey(text);
  // A key is for one algorithm. What is empty or short, as a file that was cut off, would be guessed.
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key;
  const fits = {
    HS256: key.length >= 32,
    ES256: type === 'ec' && details.namedCurve === 'prime256v1',
    EdDSA: type === 'ed25519',
  };
  if (!fits[alg]) throw new Error(`${file} holds no key for ${alg}`);
  return { alg, kid, key };
}

const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

function signature({ alg, key }, data) {
  if (alg === 'HS256') return createHmac('sha256', key).update(data).digest();
  if (alg === 'EdDSA') return sign(null, Buffer.from(data), key);
  // Not DER, which is OpenSSL's way: a JWT wants the two numbers side by side.
  return sign('sha256', Buffer.from(data), { key, dsaEncoding: 'ieee-p1363' });
}

/**
 * A token for ten minutes. `person` is { sub, name, area, roles }: whom your session names, never what a request says. All but
 * `sub` may be missing.
 */
export function signToken(person, { iss, aud, key, iat = Math.floor(Date.now() / 1000) }) {
  const { sub, name, area, roles } = person;
  const header = { alg: key.alg, typ: 'JWT', ...(key.kid && { kid: key.kid }) };
  const data = `${part(header)}.${part({ iss, sub, aud, iat, exp: iat + 600, name, area, roles })}`;
  return `${data}.${signature(key, data).toString('base64url')}`;
}

// node sign-token.mjs ALG KEYFILE KID ISS AUD IAT SUB NAME AREA ROLE,ROLE: how the shared vectors are tried.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , alg, file, kid, iss, aud, iat, sub, name, area, roles] = process.argv;
  const key = loadKey(alg, file, kid);
  console.log(signToken({ sub, name, area, roles: roles.split(',') }, { iss, aud, key, iat: Number(iat) }));
}
