import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Verifies an evidence pack without the portal: java Verify.java pack.zip [verifier key]. Needs Java 17 and nothing
 * else. Exit code 0 if all of it is good, 1 if something is not, 2 if it could not be tried.
 */
public class Verify {

    static final Base64.Decoder BASE64 = Base64.getDecoder();

    static ZipFile pack;

    static byte[] key;

    static String keyName;

    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 1) {
            System.err.println("java Verify.java pack.zip [verifier key that you kept]");
            System.exit(2);
        }
        pack = new ZipFile(Path.of(arguments[0]).toFile());
        boolean kept = arguments.length > 1;
        key(kept ? arguments[1] : text("key.txt").strip());
        System.out.println("key        " + keyName + (kept ? " (yours)" : " (from the pack: compare it with one that you kept)"));
        String manifest = signed(text("manifest.txt"), "manifest");
        files(manifest);
        String[] head = signed(text("checkpoint.txt"), "checkpoint").split("\n");
        long size = Long.parseLong(head[1]);
        rows(size, BASE64.decode(head[2]));
        System.out.println("All of it is good.");
    }

    /** name+id+key, where the id is of name and key: C2SP signed-note. */
    static void key(String text) throws GeneralSecurityException {
        String[] parts = text.split("\\+", 3);
        byte[] typed = BASE64.decode(parts[2]);
        String id = HexFormat.of().formatHex(Arrays.copyOf(sha(bytes(parts[0] + "\n"), typed), 4));
        require(typed.length == 33 && typed[0] == 1 && id.equals(parts[1]), "the verifier key is none");
        keyName = text;
        key = Arrays.copyOfRange(typed, 1, 33);
    }

    static String signed(String note, String what) throws GeneralSecurityException {
        int end = note.lastIndexOf("\n\n");
        require(end > 0, "the " + what + " is not signed");
        String body = note.substring(0, end + 1);
        String[] name = keyName.split("\\+", 3);
        for (String line : note.substring(end + 2).split("\n")) {
            String[] parts = line.split(" ");
            byte[] signature = BASE64.decode(parts[2]);
            if (parts[1].equals(name[0]) && HexFormat.of().formatHex(signature, 0, 4).equals(name[1])) {
                require(verifies(bytes(body), Arrays.copyOfRange(signature, 4, signature.length)),
                        "the signature of the " + what + " is wrong");
                System.out.println("signature  of the " + what + " is good");
                return body;
            }
        }
        throw bad("the " + what + " is not signed by this key");
    }

    static boolean verifies(byte[] text, byte[] signature) throws GeneralSecurityException {
        byte[] turned = new byte[32];
        for (int i = 0; i < 32; i++) {
            turned[i] = key[31 - i];
        }
        boolean odd = (turned[0] & 0x80) != 0;
        turned[0] &= 0x7f;
        PublicKey publicKey = KeyFactory.getInstance("Ed25519")
            .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, turned))));
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(publicKey);
        verifier.update(text);
        return verifier.verify(signature);
    }

    static void files(String manifest) throws IOException, GeneralSecurityException {
        List<String> named = new ArrayList<>(List.of("manifest.txt"));
        for (String line : manifest.split("\n")) {
            Matcher file = Pattern.compile("([0-9a-f]{64})  (.+)").matcher(line);
            if (file.matches()) {
                named.add(file.group(2));
                require(HexFormat.of().formatHex(sha(content(file.group(2)))).equals(file.group(1)),
                        file.group(2) + " is not the file of the manifest");
            }
        }
        pack.stream().map(ZipEntry::getName).forEach((name) -> require(named.contains(name), name + " is not in the manifest"));
        System.out.println("files      " + (named.size() - 1) + " are those of the manifest");
    }

    /** Each row is what was sealed, and each leaf is in the tree: RFC 6962. */
    static void rows(long size, byte[] root) throws IOException, GeneralSecurityException {
        int rows = 0;
        for (String line : text("rows.jsonl").split("\n")) {
            if (line.isEmpty()) {
                continue;
            }
            long index = Long.parseLong(field(line, "index"));
            String leaf = string(line, "leaf");
            if (!string(line, "salt").isEmpty()) {
                byte[] hash = sha(BASE64.decode(string(line, "salt")), bytes(string(line, "row")));
                require(leaf.contains("\"payload\":\"" + HexFormat.of().formatHex(hash) + "\""),
                        "row at leaf " + index + " is not what was sealed: " + leaf);
            }
            List<byte[]> path = new ArrayList<>();
            Matcher hashes = Pattern.compile("[A-Za-z0-9+/]{43}=").matcher(field(line, "proof"));
            while (hashes.find()) {
                path.add(BASE64.decode(hashes.group()));
            }
            require(includes(sha(new byte[] { 0 }, bytes(leaf)), index, size, path, root),
                    "leaf " + index + " is not in the log of " + size + " rows: " + leaf);
            rows++;
        }
        System.out.println("rows       " + rows + " are what was sealed, in the log of " + size + " rows");
    }

    static boolean includes(byte[] leaf, long index, long size, List<byte[]> path, byte[] root) throws GeneralSecurityException {
        long left = index;
        long last = size - 1;
        byte[] hash = leaf;
        for (byte[] next : path) {
            if (last == 0) {
                return false;
            }
            boolean right = (left & 1) == 1 || left == last;
            hash = right ? sha(new byte[] { 1 }, next, hash) : sha(new byte[] { 1 }, hash, next);
            while (right && left != 0 && (left & 1) == 0) {
                left >>= 1;
                last >>= 1;
            }
            left >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    static String field(String line, String name) {
        Matcher field = Pattern.compile("\"" + name + "\":(\\d+|\\[[^\\]]*\\])").matcher(line);
        require(field.find(), "a row has no " + name);
        return field.group(1);
    }

    static String string(String line, String name) {
        Matcher field = Pattern.compile("\"" + name + "\":\"((?:[^\"\\\\]|\\\\.)*+)\"").matcher(line);
        require(field.find(), "a row has no " + name);
        StringBuilder text = new StringBuilder();
        String raw = field.group(1);
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\\') {
                c = raw.charAt(++i);
                int plain = "bfnrt".indexOf(c);
                if (c == 'u') {
                    c = (char) Integer.parseInt(raw.substring(i + 1, i + 5), 16);
                    i += 4;
                }
                else if (plain >= 0) {
                    c = "\b\f\n\r\t".charAt(plain);
                }
            }
            text.append(c);
        }
        return text.toString();
    }

    static byte[] content(String name) throws IOException {
        ZipEntry entry = pack.getEntry(name);
        require(entry != null, name + " is missing");
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        pack.getInputStream(entry).transferTo(all);
        return all.toByteArray();
    }

    static String text(String name) throws IOException {
        return new String(content(name), StandardCharsets.UTF_8);
    }

    static byte[] sha(byte[]... parts) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static void require(boolean good, String otherwise) {
        if (!good) {
            throw bad(otherwise);
        }
    }

    static RuntimeException bad(String what) {
        System.out.println("BAD        " + what);
        System.exit(1);
        return new IllegalStateException(what);
    }

}
