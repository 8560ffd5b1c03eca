<?php
// A portal's tokens in PHP 7.4 or newer, with its own extensions (hash, openssl, sodium).
declare(strict_types=1);

/** $alg is HS256 (the file holds the secret in base64), ES256 or EdDSA (a private key as PEM, PKCS #8). */
function load_key(string $alg, string $file, string $kid = ''): array
{
    $text = file_get_contents($file);
    $bytes = base64_decode(preg_replace('/-----[^-]+-----|\s/', '', $text));
    if ($alg === 'HS256') {
        return ['alg' => $alg, 'kid' => $kid, 'key' => $bytes];
    }
    if ($alg === 'EdDSA') {
        // The last 32 bytes of the file are the key that sodium makes its pair from.
        $pair = sodium_crypto_sign_seed_keypair(substr($bytes, -32));
        return ['alg' => $alg, 'kid' => $kid, 'key' => sodium_crypto_sign_secretkey($pair)];
    }
    return ['alg' => $alg, 'kid' => $kid, 'key' => openssl_pkey_get_private($text)];
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
    openssl_sign($data, $der, $key['key'], OPENSSL_ALGO_SHA256);
    return der_to_numbers($der);
}

/** A token for ten minutes. $person has sub, name, area, roles: whom your session names, never what a request says. */
function sign_token(array $person, string $iss, string $aud, array $key, ?int $iat = null): string
{
    $iat = $iat ?? time();
    $header = ['alg' => $key['alg'], 'typ' => 'JWT'];
    if ($key['kid'] !== '') {
        $header['kid'] = $key['kid'];
    }
    $data = token_part($header) . '.' . token_part([
        'iss' => $iss,
        'sub' => $person['sub'],
        'aud' => $aud,
        'iat' => $iat,
        'exp' => $iat + 600,
        'name' => $person['name'],
        'area' => $person['area'],
        'roles' => $person['roles'],
    ]);
    return $data . '.' . base64url(token_signature($key, $data));
}

// php sign-token.php ALG KEYFILE KID ISS AUD IAT SUB NAME AREA ROLE,ROLE: how the shared vectors are tried.
if (PHP_SAPI === 'cli' && realpath($argv[0]) === __FILE__) {
    [, $alg, $file, $kid, $iss, $aud, $iat, $sub, $name, $area, $roles] = $argv;
    $person = ['sub' => $sub, 'name' => $name, 'area' => $area, 'roles' => explode(',', $roles)];
    echo sign_token($person, $iss, $aud, load_key($alg, $file, $kid), (int) $iat), "\n";
}
