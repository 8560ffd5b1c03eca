<?php
// A portal's tokens in PHP 7.4 or newer, with its own extensions (hash, openssl, sodium).
declare(strict_types=1);

/** What a private key of Ed25519 begins with in PKCS #8; the 32 bytes after it are what sodium makes its pair from. */
const ED25519 = "\x30\x2e\x02\x01\x00\x30\x05\x06\x03\x2b\x65\x70\x04\x22\x04\x20";

/** $alg is HS256 (the file holds the secret in base64), ES256 or EdDSA (a private key as PEM, PKCS #8). */
function load_key(string $alg, string $file, string $kid = ''): array
{
    $text = (string) file_get_contents($file);
    $bytes = (string) base64_decode(preg_replace('/-----[^-]+-----|\s/', '', $text), true);
    $key = null;
    // What is empty or short, as a file that was cut off, would be guessed; and a key is for one algorithm.
    if ($alg === 'HS256' && strlen($bytes) >= 32) {
        $key = $bytes;
    }
    if ($alg === 'EdDSA' && strlen($bytes) === 48 && strpos($bytes, ED25519) === 0) {
        $pair = sodium_crypto_sign_seed_keypair(substr($bytes, 16));
        $key = sodium_crypto_sign_secretkey($pair);
    }
    if ($alg === 'ES256' && ($private = openssl_pkey_get_private($text))) {
        $is = openssl_pkey_get_details($private);
        $key = ($is['ec']['curve_name'] ?? '') === 'prime256v1' ? $private : null;
    }
    if ($key === null) {
        throw new RuntimeException("$file holds no key for $alg");
    }
    return ['alg' => $alg, 'kid' => $kid, 'key' => $key];
}

function base64url(string $data): string
{
    return rtrim(strtr(base64_encode($data), '+/', '-_'), '=');
}

function token_part(array $value): string
{
    return base64url(json_encode($value, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR));
}

/** openssl_sign gives DER: a JWT wants the two numbers r and s side by side, 32 bytes each. */
function der_to_numbers(string $der): string
{
    $numbers = '';
    $at = 2;
    for ($count = 0; $count < 2; $count++) {
        $length = ord($der[$at + 1]);
        $number = ltrim(substr($der, $at + 2, $length), "\x00");
        $numbers .= str_pad($number, 32, "\x00", STR_PAD_LEFT);
        $at += 2 + $length;
    }
    return $numbers;
}

function token_signature(array $key, string $data): string
{
    if ($key['alg'] === 'HS256') {
        return hash_hmac('sha256', $data, $key['key'], true);
    }
    if ($key['alg'] === 'EdDSA') {
        return sodium_crypto_sign_detached($data, $key['key']);
    }
    if (!openssl_sign($data, $der, $key['key'], OPENSSL_ALGO_SHA256)) {
        throw new RuntimeException((string) openssl_error_string());
    }
    return der_to_numbers($der);
}

/**
 * A token for ten minutes. $person has sub, name, area, roles: whom your session names, never what a request says. All but
 * sub may be missing.
 */
function sign_token(array $person, string $iss, string $aud, array $key, ?int $iat = null): string
{
    $iat = $iat ?? time();
    $header = ['alg' => $key['alg'], 'typ' => 'JWT'];
    if ($key['kid'] !== '') {
        $header['kid'] = $key['kid'];
    }
    $claims = ['iss' => $iss, 'sub' => $person['sub'], 'aud' => $aud, 'iat' => $iat, 'exp' => $iat + 600];
    foreach (['name', 'area'] as $name) {
        if (isset($person[$name])) {
            $claims[$name] = $person[$name];
        }
    }
    if (isset($person['roles'])) {
        // A list, whatever keys a filter has left in it.
        $claims['roles'] = array_values($person['roles']);
    }
    $data = token_part($header) . '.' . token_part($claims);
    return $data . '.' . base64url(token_signature($key, $data));
}

// php sign-token.php ALG KEYFILE KID ISS AUD IAT SUB NAME AREA ROLE,ROLE: how the shared vectors are tried.
if (PHP_SAPI === 'cli' && realpath($argv[0]) === __FILE__) {
    [, $alg, $file, $kid, $iss, $aud, $iat, $sub, $name, $area, $roles] = $argv;
    $person = ['sub' => $sub, 'name' => $name, 'area' => $area, 'roles' => explode(',', $roles)];
    echo sign_token($person, $iss, $aud, load_key($alg, $file, $kid), (int) $iat), "\n";
}
