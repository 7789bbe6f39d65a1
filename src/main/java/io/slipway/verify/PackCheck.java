package io.slipway.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Verifies the evidence pack of a release: its files are those that were signed, and its
 * rows are what was sealed.
 */
class PackCheck {

    private static final String MANIFEST = "manifest.txt";

    private static final Pattern FILE = Pattern.compile("([0-9a-f]{64})  (.+)");

    private static final String ENVELOPES = "statements.intoto.jsonl";

    private final Archive pack;

    private final Heads heads;

    private final Vouched outside;

    private final Told told;

    private final HashTree hashes = new HashTree();

    PackCheck(Archive pack, Heads heads, Vouched outside, Told told) {
        this.pack = pack;
        this.heads = heads;
        this.outside = outside;
        this.told = told;
    }

    void run() throws IOException {
        byte[] manifest = this.pack.bytes(MANIFEST);
        BadException.unless(this.heads.place() > 0, "the manifest is not signed by this key");
        BadException.unless(this.heads.key().verifies(manifest, this.pack.bytes(signature(this.heads.place()))),
                "the signature of the manifest is wrong");
        this.told.of("signature", "of the manifest is good");
        files(new String(manifest, StandardCharsets.UTF_8));
        rows();
        statements();
        SignedText kept = this.outside.kept();
        boolean same = kept != null && kept.same(this.heads.checkpoint());
        BadException.unless(kept == null || kept.size() != this.heads.checkpoint().size() || same,
                "the checkpoint that you kept has another root: the log was written anew");
        this.outside.tell(same);
    }

    private static String signature(int place) {
        return (place == 1) ? "manifest.sig" : "manifest-" + place + ".sig";
    }

    private void files(String manifest) throws IOException {
        List<String> named = new ArrayList<>();
        for (String line : manifest.split("\n")) {
            Matcher file = FILE.matcher(line);
            if (file.matches()) {
                named.add(file.group(2));
                BadException.unless(
                        HexFormat.of().formatHex(this.hashes.sha(this.pack.bytes(file.group(2)))).equals(file.group(1)),
                        file.group(2) + " is not the file of the manifest");
            }
        }
        for (String name : this.pack.names()) {
            BadException.unless(named.contains(name) || name.equals(MANIFEST) || name.matches("manifest(-\\d)?\\.sig"),
                    name + " is not in the manifest");
        }
        this.told.of("files", named.size() + " are those of the manifest");
    }

    private void rows() throws IOException {
        int rows = 0;
        SignedText head = this.heads.checkpoint();
        for (String line : this.pack.text("rows.jsonl").lines().toList()) {
            JsonLine row = new JsonLine(line);
            long index = row.number("index");
            String leaf = row.string("leaf");
            if (!row.string("salt").isEmpty()) {
                byte[] hash = this.hashes.sha(row.bytes("salt"), row.string("row").getBytes(StandardCharsets.UTF_8));
                BadException.unless(leaf.contains("\"payload\":\"" + HexFormat.of().formatHex(hash) + "\""),
                        "row " + (index + 1) + " is not what was sealed: " + leaf);
            }
            byte[] data = leaf.getBytes(StandardCharsets.UTF_8);
            BadException.unless(
                    this.hashes.includes(this.hashes.leaf(data, 0, data.length), index, head.size(),
                            row.hashes("proof"), head.root()),
                    "row " + (index + 1) + " is not in the log of " + head.size() + " rows: " + leaf);
            rows++;
        }
        this.told.of("rows", rows + " are what was sealed, in the log of " + head.size() + " rows");
    }

    /**
     * DSSE: what is signed is the type and the body, each with its length before it. One
     * of the signatures has to be of the key that is trusted, whichever place it has; its
     * id is a hint only.
     */
    private void statements() throws IOException {
        if (!this.pack.has(ENVELOPES)) {
            return;
        }
        int statements = 0;
        for (String line : this.pack.text(ENVELOPES).lines().toList()) {
            JsonLine envelope = new JsonLine(line);
            String type = envelope.string("payloadType");
            byte[] body = envelope.bytes("payload");
            String signed = "DSSEv1 " + type.getBytes(StandardCharsets.UTF_8).length + " " + type + " " + body.length
                    + " " + new String(body, StandardCharsets.UTF_8);
            byte[] text = signed.getBytes(StandardCharsets.UTF_8);
            BadException.unless(
                    envelope.all("sig").stream().anyMatch((signature) -> this.heads.key().verifies(text, signature)),
                    "statement " + (statements + 1) + " is not what was signed");
            statements++;
        }
        this.told.of("statements", statements + " are signed");
    }

}
