import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/**
 * A witness of your own (C2SP tlog-witness): java Witness.java folder address:port name verifier-key...
 * It cosigns a checkpoint only if what it cosigned before is its beginning. Give a log that was begun anew
 * as origin=verifier-key. Needs Java 17 and nothing else; its key and its memory are files in the folder.
 */
public class Witness {

    static final Base64.Decoder FROM = Base64.getDecoder();
    static final Base64.Encoder TO = Base64.getEncoder();
    static Path folder;
    static String name;
    static byte[] id;
    static PrivateKey key;
    static final Properties logs = new Properties();

    public static void main(String[] arguments) throws Exception {
        folder = Files.createDirectories(Path.of(arguments[0]));
        name = arguments[2];
        byte[] own = own();
        byte[] typed = join(new byte[] { 4 }, Arrays.copyOfRange(own, own.length - 32, own.length));
        id = Arrays.copyOf(sha(bytes(name + "\n"), typed), 4);
        for (String log : Arrays.asList(arguments).subList(3, arguments.length)) {
            int named = log.indexOf('=') < log.indexOf('+') ? log.indexOf('=') : -1;
            logs.setProperty(named < 0 ? log.split("\\+")[0] : log.substring(0, named), log.substring(named + 1));
        }
        String[] at = arguments[1].split(":");
        HttpServer server = HttpServer.create(new InetSocketAddress(at[0], Integer.parseInt(at[1])), 0);
        server.createContext("/add-checkpoint", Witness::answer);
        server.start();
        System.out.println(name + "+" + HexFormat.of().formatHex(id) + "+" + TO.encodeToString(typed));
        System.out.println("at port " + server.getAddress().getPort());
    }

    static void answer(HttpExchange call) {
        try (call) {
            String said;
            try {
                byte[] body = call.getRequestBody().readNBytes(65_536);
                said = "200 " + add(new String(body, StandardCharsets.UTF_8));
            } catch (Refused refused) {
                said = refused.getMessage();
            } catch (RuntimeException nonsense) {
                said = "400 ";
            }
            if (said.startsWith("409")) {
                call.getResponseHeaders().set("Content-Type", "text/x.tlog.size");
            }
            byte[] text = bytes(said.substring(4));
            call.sendResponseHeaders(Integer.parseInt(said.substring(0, 3)), text.length == 0 ? -1 : text.length);
            call.getResponseBody().write(text);
        } catch (Exception fault) {
            System.err.println(fault);
        }
    }

    /** One at a time; what is cosigned is remembered before anybody hears of it. */
    static synchronized String add(String body) throws Exception {
        int blank = body.indexOf("\n\n");
        String[] head = body.substring(0, blank).split("\n");
        String note = body.substring(blank + 2);
        String text = note.substring(0, note.indexOf("\n\n") + 1);
        String[] lines = text.split("\n");
        long old = Long.parseLong(head[0].replaceFirst("^old ", ""));
        long size = Long.parseLong(lines[1]);
        byte[] root = FROM.decode(lines[2]);
        String log = logs.getProperty(lines[0]);
        require(log != null, "404 ");
        require(signed(note.substring(text.length() + 1), bytes(text), log), "403 ");
        require(old <= size, "400 ");
        Path memory = folder.resolve(HexFormat.of().formatHex(sha(bytes(lines[0]))).substring(0, 16) + ".txt");
        String[] known = Files.exists(memory) ? Files.readString(memory).split("\n") : new String[] { "", "0", "" };
        long before = Long.parseLong(known[1]);
        require(old == before && (size != before || before == 0 || lines[2].equals(known[2])), "409 " + before + "\n");
        List<byte[]> proof = new ArrayList<>();
        for (int i = 1; i < head.length; i++) {
            proof.add(FROM.decode(head[i]));
        }
        require(proof.size() <= 63, "400 ");
        require(old == 0 ? proof.isEmpty() : consistent(old, FROM.decode(known[2]), size, root, proof), "422 ");
        Path fresh = Files.writeString(folder.resolve("fresh"), text);
        Files.move(fresh, memory, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        long now = System.currentTimeMillis() / 1000;
        Signature signer = Signature.getInstance("Ed25519");
        signer.initSign(key);
        signer.update(bytes("cosignature/v1\ntime " + now + "\n" + text));
        byte[] time = ByteBuffer.allocate(8).putLong(now).array();
        return "\u2014 " + name + " " + TO.encodeToString(join(id, time, signer.sign())) + "\n";
    }

    static boolean signed(String signatures, byte[] text, String log) throws Exception {
        String[] parts = log.split("\\+", 3);
        byte[] raw = Arrays.copyOfRange(FROM.decode(parts[2]), 1, 33);
        PublicKey known = KeyFactory.getInstance("Ed25519").generatePublic(
                new X509EncodedKeySpec(join(HexFormat.of().parseHex("302a300506032b6570032100"), raw)));
        for (String line : signatures.split("\n")) {
            String[] words = line.split(" ");
            byte[] signature = FROM.decode(words[2]);
            if (words[1].equals(parts[0]) && HexFormat.of().formatHex(signature, 0, 4).equals(parts[1])) {
                Signature verifier = Signature.getInstance("Ed25519");
                verifier.initVerify(known);
                verifier.update(text);
                return signature.length == 68 && verifier.verify(signature, 4, 64);
            }
        }
        return false;
    }

    /** RFC 9162, section 2.1.4.2. */
    static boolean consistent(long old, byte[] oldRoot, long size, byte[] root, List<byte[]> path) {
        if (old == size) {
            return path.isEmpty() && Arrays.equals(oldRoot, root);
        }
        List<byte[]> proof = new ArrayList<>(path);
        if (Long.bitCount(old) == 1) {
            proof.add(0, oldRoot);
        }
        if (path.isEmpty()) {
            return false;
        }
        long first = old - 1;
        long last = size - 1;
        for (; (first & 1) == 1; first >>= 1) {
            last >>= 1;
        }
        byte[] one = proof.get(0);
        byte[] two = one;
        for (byte[] next : proof.subList(1, proof.size())) {
            if (last == 0) {
                return false;
            }
            if ((first & 1) == 1 || first == last) {
                one = sha(new byte[] { 1 }, next, one);
                two = sha(new byte[] { 1 }, next, two);
                for (; first != 0 && (first & 1) == 0; first >>= 1) {
                    last >>= 1;
                }
            } else {
                two = sha(new byte[] { 1 }, two, next);
            }
            first >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(one, oldRoot) && Arrays.equals(two, root);
    }

    static byte[] own() throws Exception {
        Path secret = folder.resolve("key");
        Path open = folder.resolve("key.pub");
        if (!Files.exists(secret)) {
            KeyPair made = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            Files.write(open, made.getPublic().getEncoded());
            Files.write(secret, made.getPrivate().getEncoded());
            secret.toFile().setReadable(false, false);
            secret.toFile().setReadable(true, true);
        }
        key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(secret)));
        return Files.readAllBytes(open);
    }

    static byte[] sha(byte[]... parts) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(join(parts));
        } catch (java.security.NoSuchAlgorithmException none) {
            throw new IllegalStateException(none);
        }
    }

    static byte[] join(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        ByteBuffer all = ByteBuffer.allocate(length);
        Arrays.stream(parts).forEach(all::put);
        return all.array();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static void require(boolean met, String otherwise) {
        if (!met) {
            throw new Refused(otherwise);
        }
    }

    static class Refused extends RuntimeException {
        Refused(String answer) {
            super(answer);
        }
    }

}
