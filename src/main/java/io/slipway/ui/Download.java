package io.slipway.ui;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Answers with a file that somebody sent: as an attachment of no particular type, so that
 * a browser never shows it, whatever it holds.
 */
public final class Download {

    private Download() {
    }

    /**
     * A file whose length is known.
     * @param size its length in bytes
     * @param content the file, closed when it is sent
     */
    public static ResponseEntity<Resource> of(String name, long size, InputStream content) {
        return answer(name).contentLength(size).body(new InputStreamResource(content));
    }

    /**
     * A file whose length shows when it is read.
     * @param content the file, closed when it is sent
     */
    public static ResponseEntity<Resource> of(String name, InputStream content) {
        return answer(name).body(new InputStreamResource(content));
    }

    private static ResponseEntity.BodyBuilder answer(String name) {
        boolean plain = StandardCharsets.US_ASCII.newEncoder().canEncode(name);
        ContentDisposition attachment = ContentDisposition.attachment()
            .filename(name, plain ? StandardCharsets.US_ASCII : StandardCharsets.UTF_8)
            .build();
        return ResponseEntity.ok()
            .contentType(MediaType.APPLICATION_OCTET_STREAM)
            .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
            .header("X-Content-Type-Options", "nosniff");
    }

}
