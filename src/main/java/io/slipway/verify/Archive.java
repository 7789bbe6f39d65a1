package io.slipway.verify;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The files of a pack or of a log.
 */
record Archive(ZipFile zip) {

    private static final int BUFFER = 1 << 20;

    boolean has(String name) {
        return this.zip.getEntry(name) != null;
    }

    List<String> names() {
        return this.zip.stream().map(ZipEntry::getName).toList();
    }

    InputStream open(String name) throws IOException {
        ZipEntry entry = this.zip.getEntry(name);
        BadException.unless(entry != null, name + " is missing");
        return new BufferedInputStream(this.zip.getInputStream(entry), BUFFER);
    }

    byte[] bytes(String name) throws IOException {
        try (InputStream content = open(name)) {
            return content.readAllBytes();
        }
        catch (IOException ex) {
            throw new BadException(name + " cannot be read: " + ex.getMessage());
        }
    }

    String text(String name) throws IOException {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

}
