package cn.dangjian.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;

/** Random passwords, made when first asked for and kept in files that only their owner reads. */
final class Secrets {

    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final int LENGTH = 32;

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    Secrets(Path folder) {
        this.folder = folder.toAbsolutePath();
        try {
            Files.createDirectories(this.folder);
            Files.setPosixFilePermissions(this.folder, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized String get(String name) {
        try {
            var file = file(name);
            if (!Files.exists(file)) write(file, random());
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The halves of a key pair of RSA, as base64 of PKCS #8 and X.509. */
    record Pair(String privateKey, String publicKey) {}

    /** Both halves stand in one file: there is never one without the other. */
    synchronized Pair keyPair(String name) {
        try {
            var file = file(name);
            if (!Files.exists(file)) {
                var pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
                var base64 = Base64.getEncoder();
                write(
                        file,
                        base64.encodeToString(pair.getPrivate().getEncoded()) + "\n"
                                + base64.encodeToString(pair.getPublic().getEncoded()));
            }
            var halves = Files.readAllLines(file);
            return new Pair(halves.get(0), halves.get(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A JWK set with one private RSA key, as identity wants it of an operator. */
    synchronized Path signingKey(String name) {
        var file = file(name);
        if (!Files.exists(file)) write(file, newSigningKey());
        return file;
    }

    private String newSigningKey() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var key = (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
            var numbers = new LinkedHashMap<String, BigInteger>();
            numbers.put("n", key.getModulus());
            numbers.put("e", key.getPublicExponent());
            numbers.put("d", key.getPrivateExponent());
            numbers.put("p", key.getPrimeP());
            numbers.put("q", key.getPrimeQ());
            numbers.put("dp", key.getPrimeExponentP());
            numbers.put("dq", key.getPrimeExponentQ());
            numbers.put("qi", key.getCrtCoefficient());
            return numbers.entrySet().stream()
                    .map(number -> "\"" + number.getKey() + "\":\"" + base64Url(number.getValue()) + "\"")
                    .collect(Collectors.joining(
                            ",",
                            "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"" + random()
                                    + "\",",
                            "}]}"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without the sign's byte (RFC 7518, Base64urlUInt). */
    private static String base64Url(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int from = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Writes beside and renames: a file that exists is whole, and was never readable by others. */
    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            var beside = Files.createTempFile(
                    file.toAbsolutePath().getParent(), file.getFileName().toString(), ".new", onlyOwner);
            Files.writeString(beside, text);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A letter of each kind is in it, for whoever asks for that. */
    private String random() {
        var text = new StringBuilder("Aa2");
        while (text.length() < LENGTH) text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        return text.toString();
    }
}
