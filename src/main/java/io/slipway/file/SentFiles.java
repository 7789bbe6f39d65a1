package io.slipway.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;
import org.springframework.web.multipart.MultipartFile;

/**
 * Files on their way in, perhaps behind something else: each is read to its end before
 * the next is asked for, so that nobody has to hold them.
 */
@FunctionalInterface
public interface SentFiles {

    /** There are none. */
    SentFiles NONE = () -> null;

    /**
     * The next file.
     * @return the file; null after the last
     * @throws IOException if the stream itself fails
     */
    @Nullable Sent next() throws IOException;

    /**
     * The files of a form, one after the other.
     */
    static SentFiles of(List<MultipartFile> chosen) {
        Iterator<MultipartFile> left = chosen.iterator();
        return () -> {
            MultipartFile file = left.hasNext() ? left.next() : null;
            return (file != null) ? new Sent(file.getOriginalFilename(), file.getInputStream()) : null;
        };
    }

    /**
     * The files that were chosen in a form: where none was, browsers send one without
     * name.
     * @param sent what the form sent; null for nothing
     */
    static List<MultipartFile> chosen(@Nullable List<MultipartFile> sent) {
        return (sent != null) ? sent.stream()
            .filter((file) -> !file.isEmpty() || StringUtils.hasText(file.getOriginalFilename()))
            .toList() : List.of();
    }

    /**
     * A file that somebody sends.
     *
     * @param name what it is called; null if nobody said
     * @param content the file, closed by whoever reads it
     */
    record Sent(@Nullable String name, InputStream content) {
    }

}
