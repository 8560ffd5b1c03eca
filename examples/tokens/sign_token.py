"""A portal's tokens in Python. HS256 needs nothing else; ES256 and EdDSA need `cryptography` (pip install cryptography)."""

import base64
import hashlib
import hmac
import json
import sys
import time


def load_key(alg, file, kid=""):
    """`alg` is HS256 (the file holds the secret in base64), ES256 or EdDSA (a private key as PEM)."""
    with open(file, "rb") as source:
        content = source.read()
    if alg == "HS256":
        key = base64.b64decode(content.strip(), validate=True)
        # What is empty or short, as a file that was cut off, would be guessed.
        fits = len(key) >= 32
    else:
        from cryptography.hazmat.primitives.asymmetric import ec, ed25519
        from cryptography.hazmat.primitives.serialization import load_pem_private_key

        key = load_pem_private_key(content, password=None)
        # A key is for one algorithm.
        fits = {
            "ES256": isinstance(key, ec.EllipticCurvePrivateKey) and key.curve.name == "secp256r1",
            "EdDSA": isinstance(key, ed25519.Ed25519PrivateKey),
        }.get(alg, False)
    if not fits:
        raise ValueError(f"{file} holds no key for {alg}")
    return {"alg": alg, "kid": kid, "key": key}


def _base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _part(value):
    return _base64url(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())


def _signature(key, data):
    if key["alg"] == "HS256":
        return hmac.new(key["key"], data, hashlib.sha256).digest()
    if key["alg"] == "EdDSA":
        return key["key"].sign(data)
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec, utils

    # It comes as DER, which is OpenSSL's way: a JWT wants the two numbers side by side.
    r, s = utils.decode_dss_signature(key["key"].sign(data, ec.ECDSA(hashes.SHA256())))
    return r.to_bytes(32, "big") + s.to_bytes(32, "big")


def sign_token(person, iss, aud, key, iat=None):
    """A token for ten minutes. `person` has sub, name, area, roles: whom your session names, never what a request says.

    All but sub may be missing.
    """
    iat = int(time.time()) if iat is None else iat
    header = {"alg": key["alg"], "typ": "JWT"}
    if key["kid"]:
        header["kid"] = key["kid"]
    claims = {"iss": iss, "sub": person["sub"], "aud": aud, "iat": iat, "exp": iat + 600}
    claims.update({name: person[name] for name in ("name", "area", "roles") if person.get(name) is not None})
    data = f"{_part(header)}.{_part(claims)}"
    return f"{data}.{_base64url(_signature(key, data.encode()))}"


# python3 sign_token.py ALG KEYFILE KID ISS AUD IAT SUB NAME AREA ROLE,ROLE: how the shared vectors are tried.
if __name__ == "__main__":
    alg, file, kid, iss, aud, iat, sub, name, area, roles = sys.argv[1:]
    person = {"sub": sub, "name": name, "area": area, "roles": roles.split(",")}
    print(sign_token(person, iss, aud, load_key(alg, file, kid), int(iat)))
