// A portal's tokens in Go, with its standard library.
package main

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/json"
	"encoding/pem"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
)

// Person is whom your session names, never what a request says. All but Sub may be empty.
type Person struct {
	Sub, Name, Area string
	Roles           []string
}

// Key is a secret ([]byte), an *ecdsa.PrivateKey or an ed25519.PrivateKey.
type Key struct {
	Alg, Kid string
	Key      any
}

type header struct {
	Alg string `json:"alg"`
	Typ string `json:"typ"`
	Kid string `json:"kid,omitempty"`
}

type claims struct {
	Iss   string   `json:"iss"`
	Sub   string   `json:"sub"`
	Aud   string   `json:"aud"`
	Iat   int64    `json:"iat"`
	Exp   int64    `json:"exp"`
	Name  string   `json:"name,omitempty"`
	Area  string   `json:"area,omitempty"`
	Roles []string `json:"roles,omitempty"`
}

// LoadKey reads the secret in base64 (HS256) or a private key as PEM, PKCS #8 (ES256, EdDSA).
func LoadKey(alg, file, kid string) (Key, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return Key{}, err
	}
	unfit := errors.New(file + " holds no key for " + alg)
	if alg == "HS256" {
		secret, err := base64.StdEncoding.DecodeString(strings.TrimSpace(string(text)))
		// What is short, as a file that was cut off, would be guessed.
		if err == nil && len(secret) < 32 {
			err = unfit
		}
		return Key{alg, kid, secret}, err
	}
	block, _ := pem.Decode(text)
	if block == nil {
		return Key{}, unfit
	}
	key, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	if err != nil {
		return Key{}, err
	}
	// A key is for one algorithm.
	switch own := key.(type) {
	case *ecdsa.PrivateKey:
		if alg == "ES256" && own.Curve == elliptic.P256() {
			return Key{alg, kid, own}, nil
		}
	case ed25519.PrivateKey:
		if alg == "EdDSA" {
			return Key{alg, kid, own}, nil
		}
	}
	return Key{}, unfit
}

func part(value any) (string, error) {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		return "", err
	}
	return base64.RawURLEncoding.EncodeToString(bytes.TrimRight(text.Bytes(), "\n")), nil
}

func signature(key Key, data []byte) ([]byte, error) {
	switch own := key.Key.(type) {
	case []byte:
		mac := hmac.New(sha256.New, own)
		mac.Write(data)
		return mac.Sum(nil), nil
	case ed25519.PrivateKey:
		return own.Sign(rand.Reader, data, crypto.Hash(0))
	case *ecdsa.PrivateKey:
		digest := sha256.Sum256(data)
		r, s, err := ecdsa.Sign(rand.Reader, own, digest[:])
		if err != nil {
			return nil, err
		}
		// Not DER, which is OpenSSL's way: a JWT wants the two numbers side by side.
		numbers := make([]byte, 64)
		r.FillBytes(numbers[:32])
		s.FillBytes(numbers[32:])
		return numbers, nil
	}
	return nil, errors.New("neither a secret nor a P-256 or Ed25519 key")
}

// SignToken makes a token for ten minutes, from iat on, in seconds: time.Now().Unix().
func SignToken(person Person, iss, aud string, key Key, iat int64) (string, error) {
	head, err := part(header{key.Alg, "JWT", key.Kid})
	if err != nil {
		return "", err
	}
	body, err := part(claims{iss, person.Sub, aud, iat, iat + 600, person.Name, person.Area, person.Roles})
	if err != nil {
		return "", err
	}
	data := head + "." + body
	signed, err := signature(key, []byte(data))
	return data + "." + base64.RawURLEncoding.EncodeToString(signed), err
}

// go run sign-token.go ALG KEYFILE KID ISS AUD IAT SUB NAME AREA ROLE,ROLE: how the shared vectors are tried.
func main() {
	given := os.Args[1:]
	iat, err := strconv.ParseInt(given[5], 10, 64)
	exitOn(err)
	key, err := LoadKey(given[0], given[1], given[2])
	exitOn(err)
	person := Person{given[6], given[7], given[8], strings.Split(given[9], ",")}
	token, err := SignToken(person, given[3], given[4], key, iat)
	exitOn(err)
	fmt.Println(token)
}

func exitOn(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
