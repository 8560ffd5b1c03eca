import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A portal's tokens in Java 17 or newer, with nothing but the JDK. */
public final class SignToken {
  /** Whom your session names, never what a request says. All but {@code sub} may be null. */
  public record Person(String sub, String name, String area, List<String> roles) {}

  /** Of the algorithm HS256, ES256 or EdDSA. */
  public record SigningKey(String alg, String kid, Key key) {}

  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  /** The file holds the secret in base64 (HS256) or a private key as PEM, PKCS #8 (ES256, EdDSA). */
  public static SigningKey loadKey(String alg, Path file, String kid) throws Exception {
    String text = Files.readString(file);
    if (alg.equals("HS256")) {
      byte[] secret = Base64.getDecoder().decode(text.strip());
      // What is short, as a file that was cut off, would be guessed.
      if (secret.length < 32) throw new GeneralSecurityException(file + " holds less than 32 bytes");
      return new SigningKey(alg, kid, new SecretKeySpec(secret, "HmacSHA256"));
    }
    if (!alg.equals("ES256") && !alg.equals("EdDSA")) throw new GeneralSecurityException("no such algorithm: " + alg);
    byte[] der = Base64.getMimeDecoder().decode(text.replaceAll("-----[^-]+-----", ""));
    KeyFactory factory = KeyFactory.getInstance(alg.equals("EdDSA") ? "Ed25519" : "EC");
    PrivateKey key = factory.generatePrivate(new PKCS8EncodedKeySpec(der));
    if (key instanceof ECKey curve && curve.getParams().getOrder().bitLength() != 256) {
      throw new GeneralSecurityException(file + " holds no P-256 key");
    }
    return new SigningKey(alg, kid, key);
  }

  /** A token for ten minutes, from `iat` on, in seconds: {@code Instant.now().getEpochSecond()}. */
  public static String sign(Person person, String iss, String aud, SigningKey key, long iat) throws GeneralSecurityException {
    String kid = key.kid().isEmpty() ? "" : ",\"kid\":" + quoted(key.kid());
    String header = "{\"alg\":" + quoted(key.alg()) + ",\"typ\":\"JWT\"" + kid + "}";
    StringBuilder claims = new StringBuilder("{\"iss\":" + quoted(iss) + ",\"sub\":" + quoted(person.sub())
        + ",\"aud\":" + quoted(aud) + ",\"iat\":" + iat + ",\"exp\":" + (iat + 600));
    if (person.name() != null) claims.append(",\"name\":").append(quoted(person.name()));
    if (person.area() != null) claims.append(",\"area\":").append(quoted(person.area()));
    if (person.roles() != null) {
      String roles = person.roles().stream().map(SignToken::quoted).collect(Collectors.joining(","));
      claims.append(",\"roles\":[").append(roles).append("]");
    }
    claims.append("}");
    String data = part(header) + "." + part(claims.toString());
    return data + "." + BASE64URL.encodeToString(signature(key, data.getBytes(StandardCharsets.US_ASCII)));
  }

  private static byte[] signature(SigningKey key, byte[] data) throws GeneralSecurityException {
    if (key.alg().equals("HS256")) {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key.key());
      return mac.doFinal(data);
    }
    // Not SHA256withECDSA, which gives DER: a JWT wants the two numbers side by side.
    Signature signer = Signature.getInstance(key.alg().equals("EdDSA") ? "Ed25519" : "SHA256withECDSAinP1363Format");
    signer.initSign((PrivateKey) key.key());
    signer.update(data);
    return signer.sign();
  }

  private static String part(String json) {
    return BASE64URL.encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  /** A JSON string; with Jackson or Gson at hand, let them write the claims. */
  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char letter : text.toCharArray()) {
      if (letter == '"' || letter == '\\') json.append('\\').append(letter);
      else if (letter < ' ') json.append(String.format("\\u%04x", (int) letter));
      else json.append(letter);
    }
    return json.append('"').toString();
  }

  /** java SignToken.java ALG KEYFILE KID ISS AUD IAT SUB NAME AREA ROLE,ROLE: how the shared vectors are tried. */
  public static void main(String[] given) throws Exception {
    Person person = new Person(given[6], given[7], given[8], List.of(given[9].split(",")));
    SigningKey key = loadKey(given[0], Path.of(given[1]), given[2]);
    System.out.println(sign(person, given[3], given[4], key, Long.parseLong(given[5])));
  }
}
